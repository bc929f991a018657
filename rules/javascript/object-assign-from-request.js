router.put("/users/:id", requireAuth, async (req, res) => {
  const user = await load(req.params.id);
  // ruleid: object-assign-from-request
  Object.assign(user, req.body);
  await user.save();
  res.json(user);
});

router.put("/my/profile", requireAuth, async (req, res) => {
  const user = await load(req.user.id);
  // ok: object-assign-from-request
  user.name = req.body.name;
  await user.save();
  res.json(user);
});

async function merged(req, res) {
  const order = await load(req.params.id);
  // ruleid: object-assign-from-request
  _.merge(order, req.body);
  await order.save();
  res.end();
}

async function loop(req, res) {
  const order = await load(req.params.id);
  // ruleid: object-assign-from-request
  for (const key in req.body) {
    order[key] = req.body[key];
  }
  await order.save();
  res.end();
}

async function options(req, res) {
  // ok: object-assign-from-request
  const settings = Object.assign({}, defaults, req.body);
  res.json(settings);
}

async function picked(req, res) {
  const order = await load(req.params.id);
  // ok: object-assign-from-request
  Object.assign(order, pick(req.body, ["item"]));
  await order.save();
  res.end();
}
