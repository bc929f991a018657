router.put("/users/:id", requireAuth, async (req, res) => {
  // ruleid: mongoose-mass-assignment
  res.json(await User.findByIdAndUpdate(req.params.id, req.body, { new: true }));
});

router.put("/my/profile", requireAuth, async (req, res) => {
  const { name, bio } = req.body;
  // ok: mongoose-mass-assignment
  res.json(await User.findByIdAndUpdate(req.user.id, { name, bio }, { new: true }));
});

async function set(req, res) {
  // ruleid: mongoose-mass-assignment
  await Order.updateOne({ _id: req.params.id }, { $set: req.body });
  res.end();
}

async function alias(req, res) {
  const changes = req.body;
  // ruleid: mongoose-mass-assignment
  await Order.findOneAndUpdate({ _id: req.params.id, user: req.user.id }, changes);
  res.end();
}

async function spread(req, res) {
  // ruleid: mongoose-mass-assignment
  await Order.updateOne({ _id: req.params.id }, { ...req.body, updatedAt: new Date() });
  res.end();
}

async function named(req, res) {
  // ok: mongoose-mass-assignment
  await Order.updateOne({ _id: req.params.id }, { $set: { item: req.body.item } });
  res.end();
}

async function validated(req, res) {
  // ok: mongoose-mass-assignment
  await Order.updateOne({ _id: req.params.id }, pick(req.body, ["item"]));
  res.end();
}

async function byBody(req, res) {
  // ok: mongoose-mass-assignment
  await Order.updateOne({ _id: req.body.id }, { done: true });
  res.end();
}
