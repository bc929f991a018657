router.get("/orders/:id", requireAuth, async (req, res) => {
  // ruleid: mongoose-object-by-client-id
  res.json(await Order.findById(req.params.id));
});

router.get("/my/orders/:id", requireAuth, async (req, res) => {
  // ok: mongoose-object-by-client-id
  res.json(await Order.findOne({ _id: req.params.id, user: req.user.id }));
});

router.delete("/orders/:id", requireAuth, async (req, res) => {
  const { id } = req.params;
  // ruleid: mongoose-object-by-client-id
  await Order.findByIdAndDelete(id);
  res.sendStatus(204);
});

router.put("/checked/:id", requireAuth, async (req, res) => {
  // ok: mongoose-object-by-client-id
  const order = await Order.findById(req.params.id);
  if (!order.user.equals(req.user._id)) return res.sendStatus(403);
  res.json(order);
});

function helper(orderId) {
  // ok: mongoose-object-by-client-id
  return Order.findById(orderId);
}
