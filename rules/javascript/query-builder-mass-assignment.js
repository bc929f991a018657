export async function PATCH(request, { params }) {
  const body = await request.json();
  // ruleid: query-builder-mass-assignment
  await db.update(orders).set(body).where(eq(orders.id, params.id));
  return new Response(null, { status: 204 });
}

export async function PUT(request, { params }) {
  const body = await request.json();
  // ok: query-builder-mass-assignment
  await db.update(orders).set({ title: body.title }).where(eq(orders.id, params.id));
  return new Response(null, { status: 204 });
}

async function supabaseInsert(req, res) {
  // ruleid: query-builder-mass-assignment
  const { data } = await supabase.from("orders").insert({ ...req.body, created_at: now() }).select();
  res.json(data);
}

async function knexUpdate(req, res) {
  // ruleid: query-builder-mass-assignment
  await knex("orders").where({ id: req.params.id }).update(req.body);
  res.end();
}

async function drizzleValues(c) {
  // ruleid: query-builder-mass-assignment
  await db.insert(orders).values(await c.req.json());
  return c.body(null, 201);
}

async function validated(req, res) {
  const order = OrderSchema.parse(req.body);
  // ok: query-builder-mass-assignment
  await db.insert(orders).values(order);
  res.end();
}

async function named(req, res) {
  // ok: query-builder-mass-assignment
  await supabase.from("orders").update({ title: req.body.title }).eq("id", req.params.id);
  res.end();
}
