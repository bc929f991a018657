router.delete("/orders/:id", requireAuth, async (req, res) => {
  // ruleid: sequelize-object-by-client-id
  await Order.destroy({ where: { id: req.params.id } });
  res.sendStatus(204);
});

router.delete("/my/orders/:id", requireAuth, async (req, res) => {
  // ok: sequelize-object-by-client-id
  await Order.destroy({ where: { id: req.params.id, userId: req.user.id } });
  res.sendStatus(204);
});

router.get("/orders/:id", requireAuth, async (req, res) => {
  const { id } = req.params;
  // ruleid: sequelize-object-by-client-id
  res.json(await Order.findByPk(id));
});

async function typeorm(req, res) {
  // ruleid: sequelize-object-by-client-id
  res.json(await orders.findOneBy({ id: req.params.id }));
}

router.put("/checked/:id", requireAuth, async (req, res) => {
  // ok: sequelize-object-by-client-id
  const order = await Order.findByPk(req.params.id);
  if (order.userId !== req.user.id) return res.sendStatus(403);
  res.json(order);
});

function helper(orderId) {
  // ok: sequelize-object-by-client-id
  return Order.findByPk(orderId);
}
