router.post("/users", async (req, res) => {
  // ruleid: orm-row-from-request-body
  const user = await User.create(req.body);
  res.status(201).json(user);
});

router.post("/people", async (req, res) => {
  // ok: orm-row-from-request-body
  const user = await User.create({ name: req.body.name, email: req.body.email });
  res.status(201).json(user);
});

async function viaConstructor(req, res) {
  // ruleid: orm-row-from-request-body
  const order = new Order(req.body);
  await order.save();
  res.end();
}

async function spread(req, res) {
  // ruleid: orm-row-from-request-body
  const order = new Order({ ...req.body, user: req.user.id });
  await order.save();
  res.end();
}

async function validated(req, res) {
  const data = OrderSchema.parse(req.body);
  // ok: orm-row-from-request-body
  res.json(await Order.create(data));
}

async function notAModel(req, res) {
  // ok: orm-row-from-request-body
  const command = new CreateOrderCommand(req.body);
  await bus.send(command);
}
