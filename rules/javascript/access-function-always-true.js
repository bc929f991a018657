export const Orders = {
  slug: "orders",
  // ruleid: access-function-always-true
  access: {
    read: () => true,
    update: () => true,
  },
};

export const OwnOrders = {
  slug: "orders",
  // ok: access-function-always-true
  access: {
    read: ({ req: { user } }) => Boolean(user),
    update: ({ req: { user } }) => (user ? { owner: { equals: user.id } } : false),
  },
};

export const Post = list({
  access: {
    // ruleid: access-function-always-true
    operation: { query: allowAll, delete: allowAll },
  },
});

export const Pages = {
  slug: "pages",
  // ok: access-function-always-true
  access: { read: () => true },
};
