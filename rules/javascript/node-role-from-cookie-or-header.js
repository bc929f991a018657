app.delete("/users/:id", async (req, res) => {
  // ruleid: node-role-from-cookie-or-header
  if (req.cookies.role !== "admin") return res.sendStatus(403);
  await User.deleteOne({ _id: req.params.id });
  res.sendStatus(204);
});

app.delete("/accounts/:id", requireAuth, async (req, res) => {
  // ok: node-role-from-cookie-or-header
  if (req.user.role !== "admin") return res.sendStatus(403);
  await User.deleteOne({ _id: req.params.id });
  res.sendStatus(204);
});

app.get("/reports", (req, res) => {
  const role = req.headers["x-user-role"];
  // ruleid: node-role-from-cookie-or-header
  if (["admin", "auditor"].includes(role)) {
    res.json(reports());
  }
});

export async function GET(request) {
  // ruleid: node-role-from-cookie-or-header
  const isAdmin = request.cookies.get("isAdmin")?.value === "true";
  return isAdmin ? Response.json(secrets()) : new Response(null, { status: 403 });
}

export async function page() {
  const store = await cookies();
  const role = store.get("role")?.value;
  // ruleid: node-role-from-cookie-or-header
  if (role === "admin") {
    return secrets();
  }
}

app.get("/flags", (req, res) => {
  // ruleid: node-role-from-cookie-or-header
  if (req.header("X-Admin")) {
    res.json(flags());
  }
});

app.get("/theme", (req, res) => {
  // ok: node-role-from-cookie-or-header
  if (req.cookies.theme === "dark") {
    res.send("dark");
  }
});

app.get("/session", (req, res) => {
  // ok: node-role-from-cookie-or-header
  if (req.session.role === "admin") {
    res.send("ok");
  }
});

app.get("/type", (req, res) => {
  // ok: node-role-from-cookie-or-header
  if (req.headers["content-type"] === "application/json") {
    res.send("ok");
  }
});

app.get("/classic", (req, res) => {
  // ruleid: node-role-from-cookie-or-header
  if (req.get("X-User-Role") === "admin") {
    res.json(flags());
  }
});

function fromForm(form, roles, url) {
  // ok: node-role-from-cookie-or-header
  if (form.get("role").value === "admin") return 1;
  // ok: node-role-from-cookie-or-header
  if (roles.get("role") === "admin") return 2;
  // ok: node-role-from-cookie-or-header
  if (url.searchParams.get("role") === "admin") return 3;
  // ok: node-role-from-cookie-or-header
  if (this.objectForm.get("is_superuser").value === true) return 4;
  return 0;
}
