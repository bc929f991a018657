app.delete("/orders/:id", requireAuth, async (req, res) => {
  // ruleid: prisma-object-by-client-id
  await prisma.order.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});

app.delete("/my/orders/:id", requireAuth, async (req, res) => {
  // ok: prisma-object-by-client-id
  await prisma.order.delete({ where: { id: req.params.id, userId: req.user.id } });
  res.sendStatus(204);
});

export async function GET(request, { params }) {
  const { id } = await params;
  // ruleid: prisma-object-by-client-id
  return Response.json(await db.order.findUnique({ where: { id } }));
}

app.get("/checked/:id", requireAuth, async (req, res) => {
  // ok: prisma-object-by-client-id
  const order = await prisma.order.findUnique({ where: { id: req.params.id } });
  if (order.userId !== req.user.id) return res.sendStatus(404);
  res.json(order);
});

function helper(orderId) {
  // ok: prisma-object-by-client-id
  return prisma.order.findUnique({ where: { id: orderId } });
}
