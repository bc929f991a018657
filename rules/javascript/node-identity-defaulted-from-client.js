app.get("/orders", requireAuth, async (req, res) => {
  // ruleid: node-identity-defaulted-from-client
  const userId = req.query.userId || req.user.id;
  res.json(await Order.find({ userId }));
});

app.get("/my/orders", requireAuth, async (req, res) => {
  // ok: node-identity-defaulted-from-client
  const userId = req.user.id;
  res.json(await Order.find({ userId }));
});

export const create = protectedProcedure.mutation(async ({ ctx, input }) => {
  // ruleid: node-identity-defaulted-from-client
  const ownerId = input.ownerId ?? ctx.session.user.id;
  return save(ownerId);
});

async function transfer(req, res) {
  // ruleid: node-identity-defaulted-from-client
  await move(req.body.accountId ?? req.session.accountId, req.body.amount);
}

app.get("/any/orders", requireAuth, async (req, res) => {
  // ok: node-identity-defaulted-from-client
  const userId = req.query.userId || req.user.id;
  if (userId !== req.user.id && req.user.role !== "admin") return res.sendStatus(403);
  res.json(await Order.find({ userId }));
});

app.get("/paged", (req, res) => {
  // ok: node-identity-defaulted-from-client
  const limit = req.query.limit || req.user.pageSize;
  res.json(limit);
});
