const jwt = require("jsonwebtoken");
const { decode } = require("jsonwebtoken");

async function currentUser(req, res, next) {
  const token = req.headers.authorization.split(" ")[1];
  // ruleid: jsonwebtoken-decode-as-identity
  const claims = jwt.decode(token);
  req.account = await User.findById(claims.sub);
  next();
}

async function currentUserVerified(req, res, next) {
  const token = req.headers.authorization.split(" ")[1];
  // ok: jsonwebtoken-decode-as-identity
  const claims = jwt.verify(token, PUBLIC_KEY, { algorithms: ["RS256"] });
  req.account = await User.findById(claims.sub);
  next();
}

app.get("/me", async (req, res) => {
  // ruleid: jsonwebtoken-decode-as-identity
  const { userId } = jwt.decode(req.cookies.token);
  res.json(await User.findById(userId));
});

const attach = (req, res, next) => {
  // ruleid: jsonwebtoken-decode-as-identity
  req.user = jwt.decode(req.headers["x-token"]);
  next();
};

function isAdmin(token) {
  // ruleid: jsonwebtoken-decode-as-identity
  return decode(token).role === "admin";
}

function optional(token) {
  // ruleid: jsonwebtoken-decode-as-identity
  const payload = jwt.decode(token, { complete: false });
  if (payload && payload.email) {
    return payload.email;
  }
}

function keyForHeader(token) {
  // ok: jsonwebtoken-decode-as-identity
  const { header } = jwt.decode(token, { complete: true });
  return keys[header.kid];
}

function peekThenVerify(token) {
  // ok: jsonwebtoken-decode-as-identity
  const claims = jwt.decode(token);
  return jwt.verify(token, keys[claims.sub], { algorithms: ["RS256"] });
}

function expiresSoon(token) {
  // ok: jsonwebtoken-decode-as-identity
  const claims = jwt.decode(token);
  return claims.exp * 1000 < Date.now() + 60000;
}

function notATokenLibrary(text) {
  // ok: jsonwebtoken-decode-as-identity
  return base64.decode(text).id;
}
