app.get("/users", async (req, res) => {
  // ruleid: node-role-from-request-body
  if (req.query.role === "admin") {
    return res.json(await User.find());
  }
  res.sendStatus(403);
});

app.get("/people", requireAuth, async (req, res) => {
  // ok: node-role-from-request-body
  if (req.user.role === "admin") {
    return res.json(await User.find());
  }
  res.sendStatus(403);
});

export async function POST(request) {
  const { role, title } = await request.json();
  // ruleid: node-role-from-request-body
  if (role !== "admin") {
    return new Response(null, { status: 403 });
  }
  return save(title);
}

app.post("/publish", (req, res) => {
  const isAdmin = req.body.isAdmin;
  // ruleid: node-role-from-request-body
  if (isAdmin === "true") {
    publish();
  }
  res.end();
});

app.post("/users", requireAuth, (req, res) => {
  if (!req.user.isAdmin) return res.sendStatus(403);
  // ok: node-role-from-request-body
  if (req.body.role === "admin") {
    notify();
  }
  res.end();
});

app.get("/sorted", (req, res) => {
  // ok: node-role-from-request-body
  if (req.query.sort === "admin") {
    res.end();
  }
});
