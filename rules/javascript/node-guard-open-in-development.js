function requireAuth(req, res, next) {
  // ruleid: node-guard-open-in-development
  if (process.env.NODE_ENV === "development") return next();
  if (!req.user) return res.sendStatus(401);
  next();
}

function requireAuthEverywhere(req, res, next) {
  // ok: node-guard-open-in-development
  if (!req.user) return res.sendStatus(401);
  next();
}

const isAdmin = (req) => {
  // ruleid: node-guard-open-in-development
  if (process.env.SKIP_AUTH) {
    return true;
  }
  return req.user.role === "admin";
};

class RolesGuard {
  canActivate(context) {
    // ruleid: node-guard-open-in-development
    if (process.env.NODE_ENV !== "production") {
      return true;
    }
    return check(context);
  }
}

function logger(req, res, next) {
  // ok: node-guard-open-in-development
  if (process.env.NODE_ENV === "test") return next();
  log(req.url);
  next();
}

function verifyToken(req, res, next) {
  // ok: node-guard-open-in-development
  if (process.env.NODE_ENV === "development") console.log(req.headers);
  next(check(req));
}
