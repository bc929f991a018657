app.post("/internal/reindex", (req, res) => {
  // ruleid: node-trust-in-client-address
  if (req.headers["x-forwarded-for"] !== "127.0.0.1") return res.sendStatus(403);
  reindex();
  res.end();
});

app.post("/jobs/reindex", requireAuth, (req, res) => {
  // ok: node-trust-in-client-address
  if (req.user.role !== "admin") return res.sendStatus(403);
  reindex();
  res.end();
});

function local(req) {
  // ruleid: node-trust-in-client-address
  return ["127.0.0.1", "::1"].includes(req.ip);
}

export function middleware(request) {
  const ip = request.headers.get("x-forwarded-for") ?? "";
  // ruleid: node-trust-in-client-address
  if (ip.startsWith("10.")) return NextResponse.next();
  return new Response(null, { status: 403 });
}

function logged(req) {
  // ok: node-trust-in-client-address
  log.info(req.ip);
}

function banned(req) {
  // ok: node-trust-in-client-address
  return bannedAddresses.includes(req.ip);
}
