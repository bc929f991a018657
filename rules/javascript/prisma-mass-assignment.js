app.patch("/profile", requireAuth, async (req, res) => {
  // ruleid: prisma-mass-assignment
  res.json(await prisma.user.update({ where: { id: req.user.id }, data: req.body }));
});

app.patch("/my/profile", requireAuth, async (req, res) => {
  const { name, bio } = req.body;
  // ok: prisma-mass-assignment
  res.json(await prisma.user.update({ where: { id: req.user.id }, data: { name, bio } }));
});

app.post("/orders", requireAuth, async (req, res) => {
  // ruleid: prisma-mass-assignment
  res.json(await prisma.order.create({ data: { ...req.body, userId: req.user.id } }));
});

export async function PATCH(request, { params }) {
  const body = await request.json();
  // ruleid: prisma-mass-assignment
  return Response.json(await db.order.update({ where: { id: params.id }, data: body }));
}

export async function PUT(request) {
  const body = OrderSchema.parse(await request.json());
  // ok: prisma-mass-assignment
  return Response.json(await db.order.update({ where: { id: body.id }, data: body }));
}

app.post("/named", async (req, res) => {
  const body = req.body;
  // ok: prisma-mass-assignment
  res.json(await prisma.order.create({ data: { title: body.title, item: body["item"] } }));
});
