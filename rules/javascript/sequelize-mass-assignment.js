router.put("/orders/:id", requireAuth, async (req, res) => {
  // ruleid: sequelize-mass-assignment
  await Order.update(req.body, { where: { id: req.params.id, userId: req.user.id } });
  res.sendStatus(204);
});

router.put("/my/orders/:id", requireAuth, async (req, res) => {
  const { item } = req.body;
  // ok: sequelize-mass-assignment
  await Order.update({ item }, { where: { id: req.params.id, userId: req.user.id } });
  res.sendStatus(204);
});

async function instance(req, res) {
  const order = await Order.findByPk(req.params.id);
  // ruleid: sequelize-mass-assignment
  await order.update(req.body);
  res.json(order);
}

async function assigned(req, res) {
  const order = await orderRepository.findOneBy({ id: req.params.id });
  // ruleid: sequelize-mass-assignment
  Object.assign(order, req.body);
  res.json(await orderRepository.save(order));
}

async function repository(req, res) {
  // ruleid: sequelize-mass-assignment
  await orderRepository.update(req.params.id, req.body);
  res.end();
}

async function limited(req, res) {
  // ok: sequelize-mass-assignment
  await Order.update(req.body, { where: { id: req.params.id }, fields: ["item"] });
  res.end();
}

async function hash(req, res) {
  // ok: sequelize-mass-assignment
  res.send(crypto.createHash("sha256").update(req.body).digest("hex"));
}

async function named(req, res) {
  const order = await Order.findByPk(req.params.id);
  // ok: sequelize-mass-assignment
  await order.update({ item: req.body.item });
  res.end();
}
