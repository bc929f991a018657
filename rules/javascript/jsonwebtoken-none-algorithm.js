import jwt from "jsonwebtoken";

function readToken(token) {
  // ruleid: jsonwebtoken-none-algorithm
  return jwt.verify(token, KEY, { algorithms: ["HS256", "none"] });
}

function readTokenSafely(token) {
  // ok: jsonwebtoken-none-algorithm
  return jwt.verify(token, KEY, { algorithms: ["HS256"] });
}

function issue(user) {
  // ruleid: jsonwebtoken-none-algorithm
  return jwt.sign({ sub: user.id }, "", { algorithm: "none", expiresIn: "1h" });
}

// ruleid: jsonwebtoken-none-algorithm
app.use(expressjwt({ secret: KEY, algorithms: ["None"] }));

// ruleid: jsonwebtoken-none-algorithm
passport.use(new JwtStrategy({ secretOrKey: KEY, algorithms: ["none"] }, onToken));

function issueSigned(user) {
  // ok: jsonwebtoken-none-algorithm
  return jwt.sign({ sub: user.id }, KEY, { algorithm: "RS256" });
}

// ok: jsonwebtoken-none-algorithm
app.use(expressjwt({ secret: KEY, algorithms: ["RS256"] }));
