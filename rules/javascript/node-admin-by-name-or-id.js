app.delete("/users/:id", requireAuth, async (req, res) => {
  // ruleid: node-admin-by-name-or-id
  if (req.user.username !== "admin") return res.sendStatus(403);
  await User.deleteOne({ _id: req.params.id });
  res.sendStatus(204);
});

app.delete("/people/:id", requireAuth, async (req, res) => {
  // ok: node-admin-by-name-or-id
  if (!req.user.roles.includes("admin")) return res.sendStatus(403);
  await User.deleteOne({ _id: req.params.id });
  res.sendStatus(204);
});

export async function page() {
  const session = await auth();
  // ruleid: node-admin-by-name-or-id
  if (session.user.email.endsWith("@example.com")) {
    return secrets();
  }
}

function firstUser(req) {
  // ruleid: node-admin-by-name-or-id
  return req.session.userId === 1;
}

const isAdmin = (currentUser) => {
  // ruleid: node-admin-by-name-or-id
  return currentUser.email === "admin@example.com";
};

function byRole(req) {
  // ok: node-admin-by-name-or-id
  return req.user.role === "admin";
}

function reserved(form) {
  // ok: node-admin-by-name-or-id
  return form.username === "admin";
}

function own(req, order) {
  // ok: node-admin-by-name-or-id
  return order.userId === req.user.id;
}
