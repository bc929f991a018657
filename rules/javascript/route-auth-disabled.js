// ruleid: route-auth-disabled
server.route({
  method: "DELETE",
  path: "/orders/{id}",
  options: { auth: false },
  handler: removeOrder,
});

// ok: route-auth-disabled
server.route({
  method: "DELETE",
  path: "/orders/{id}",
  options: { auth: "jwt" },
  handler: removeOwnOrder,
});

module.exports = {
  routes: [
    // ruleid: route-auth-disabled
    { method: "GET", path: "/customers", handler: "customer.find", config: { auth: false } },
    // ok: route-auth-disabled
    { method: "POST", path: "/auth/login", handler: "auth.login", config: { auth: false } },
    // ok: route-auth-disabled
    { method: "GET", path: "/customers/:id", handler: "customer.findOne", config: { policies: ["is-owner"] } },
  ],
};
