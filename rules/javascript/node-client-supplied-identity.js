router.post("/orders", requireAuth, async (req, res) => {
  // ruleid: node-client-supplied-identity
  const order = await Order.create({ userId: req.body.userId, item: req.body.item });
  res.status(201).json(order);
});

router.post("/my/orders", requireAuth, async (req, res) => {
  // ok: node-client-supplied-identity
  const order = await Order.create({ userId: req.user.id, item: req.body.item });
  res.status(201).json(order);
});

app.get("/orders", verifyToken, async (req, res) => {
  const { ownerId } = req.query;
  // ruleid: node-client-supplied-identity
  res.json(await prisma.order.findMany({ where: { ownerId } }));
});

app.post("/notes", passport.authenticate("jwt"), (req, res) => {
  // ruleid: node-client-supplied-identity
  const note = new Note({ author: req.body.authorId, text: req.body.text });
  note.save().then(() => res.end());
});

router.post("/admin/orders", requireAdminAuth, async (req, res) => {
  // ok: node-client-supplied-identity
  res.json(await Order.create({ userId: req.body.userId }));
});

router.post("/checked", requireAuth, async (req, res) => {
  if (req.body.userId !== req.user.id) return res.sendStatus(403);
  // ok: node-client-supplied-identity
  res.json(await Order.create({ userId: req.body.userId }));
});

router.post("/signup", async (req, res) => {
  // ok: node-client-supplied-identity
  res.json(await Order.create({ userId: req.body.userId }));
});
