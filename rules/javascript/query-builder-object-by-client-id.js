app.delete("/orders/:id", requireAuth, async (req, res) => {
  // ruleid: query-builder-object-by-client-id
  await db.delete(orders).where(eq(orders.id, req.params.id));
  res.sendStatus(204);
});

app.delete("/my/orders/:id", requireAuth, async (req, res) => {
  // ok: query-builder-object-by-client-id
  await db.delete(orders).where(and(eq(orders.id, req.params.id), eq(orders.userId, req.user.id)));
  res.sendStatus(204);
});

export async function GET(request, { params }) {
  const { id } = await params;
  // ruleid: query-builder-object-by-client-id
  const { data } = await supabase.from("orders").select("*").eq("id", id);
  return Response.json(data);
}

async function knexRow(req, res) {
  // ruleid: query-builder-object-by-client-id
  res.json(await knex("orders").where({ id: req.params.id }).first());
}

export async function PUT(request, { params }) {
  const { data } = await supabase.auth.getUser();
  const user = data.user;
  // ok: query-builder-object-by-client-id
  await supabase.from("orders").update({ seen: true }).eq("id", params.id).eq("user_id", user.id);
}

function helper(orderId) {
  // ok: query-builder-object-by-client-id
  return knex("orders").where({ id: orderId }).first();
}
