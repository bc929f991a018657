import { expressjwt } from "express-jwt";

// ruleid: express-jwt-opened
app.use(expressjwt({ secret: KEY, algorithms: ["RS256"] }).unless({ path: ["/login", "/orders"] }));

// ok: express-jwt-opened
app.use(expressjwt({ secret: KEY, algorithms: ["RS256"] }).unless({ path: ["/login", "/health"] }));

// ruleid: express-jwt-opened
app.use(jwt({ secret: KEY, algorithms: ["HS256"] }).unless({ path: [{ url: /\/users\/.*/, methods: ["GET"] }] }));

// ruleid: express-jwt-opened
app.put("/notes/:id", expressjwt({ secret: KEY, algorithms: ["RS256"], credentialsRequired: false }), update);

// ok: express-jwt-opened
app.use(expressjwt({ secret: KEY, algorithms: ["RS256"] }));

// ok: express-jwt-opened
app.use(jwt({ secret: KEY, algorithms: ["HS256"] }).unless({ path: [/^\/public\/.*/] }));
