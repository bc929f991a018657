app.get("/orders", async (req, res) => {
  const token = req.headers.authorization.slice(7);
  // ruleid: jwt-payload-read-by-hand
  const claims = JSON.parse(Buffer.from(token.split(".")[1], "base64").toString());
  res.json(await Order.find({ user: claims.sub }));
});

app.get("/my/orders", async (req, res) => {
  const token = req.headers.authorization.slice(7);
  // ok: jwt-payload-read-by-hand
  const claims = jwt.verify(token, KEY, { algorithms: ["RS256"] });
  res.json(await Order.find({ user: claims.sub }));
});

function userOf(request) {
  const [, payload] = request.cookies.get("token").value.split(".");
  // ruleid: jwt-payload-read-by-hand
  return JSON.parse(atob(payload)).user;
}

function inTheBrowser() {
  // ok: jwt-payload-read-by-hand
  return JSON.parse(atob(localStorage.getItem("token").split(".")[1])).name;
}

function basicAuth(req) {
  // ok: jwt-payload-read-by-hand
  return Buffer.from(req.headers.authorization.slice(6), "base64").toString();
}

function checked(req) {
  const [head, payload, signature] = req.cookies.token.split(".");
  if (!crypto.verify("sha256", head + payload, PUBLIC_KEY, signature)) throw new Error();
  // ok: jwt-payload-read-by-hand
  return JSON.parse(Buffer.from(payload, "base64url").toString());
}
