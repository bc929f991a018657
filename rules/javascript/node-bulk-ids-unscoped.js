app.post("/orders/delete", requireAuth, async (req, res) => {
  // ruleid: node-bulk-ids-unscoped
  await prisma.order.deleteMany({ where: { id: { in: req.body.ids } } });
  res.sendStatus(204);
});

app.post("/my/orders/delete", requireAuth, async (req, res) => {
  // ok: node-bulk-ids-unscoped
  await prisma.order.deleteMany({ where: { id: { in: req.body.ids }, userId: req.user.id } });
  res.sendStatus(204);
});

async function archive(req, res) {
  const { ids } = req.body;
  // ruleid: node-bulk-ids-unscoped
  await Order.updateMany({ _id: { $in: ids } }, { archived: true });
  res.end();
}

function helper(ids) {
  // ok: node-bulk-ids-unscoped
  return Order.find({ _id: { $in: ids } });
}
