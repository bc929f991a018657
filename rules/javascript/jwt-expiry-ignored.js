import jwt from "jsonwebtoken";

function sessionUser(token) {
  // ruleid: jwt-expiry-ignored
  return jwt.verify(token, KEY, { algorithms: ["HS256"], ignoreExpiration: true });
}

function sessionUserChecked(token) {
  // ok: jwt-expiry-ignored
  return jwt.verify(token, KEY, { algorithms: ["HS256"], clockTolerance: 30 });
}

passport.use(
  new Strategy(
    // ruleid: jwt-expiry-ignored
    {
      jwtFromRequest: fromHeader(),
      ignoreExpiration: true,
      secretOrKey: KEY,
    },
    onToken,
  ),
);

passport.use(
  new Strategy(
    // ok: jwt-expiry-ignored
    { jwtFromRequest: fromHeader(), ignoreExpiration: false, secretOrKey: KEY },
    onToken,
  ),
);

function refreshSession(token) {
  // ok: jwt-expiry-ignored
  const claims = jwt.verify(token, KEY, { algorithms: ["HS256"], ignoreExpiration: true });
  return renew(claims.jti);
}

function checkedByHand(token) {
  // ok: jwt-expiry-ignored
  const claims = jwt.verify(token, KEY, { ignoreExpiration: true });
  if (claims.exp < now()) throw new Expired();
  return claims;
}
