export const resolvers = {
  Mutation: {
    // ruleid: graphql-resolver-without-caller
    deleteOrder: async (_, { id }) => {
      return Order.deleteOne({ _id: id });
    },
  },
};

export const ownResolvers = {
  Mutation: {
    // ok: graphql-resolver-without-caller
    deleteOrder: async (_, { id }, context) => {
      return Order.deleteOne({ _id: id, user: context.user.id });
    },
  },
};

const more = {
  Mutation: {
    // ruleid: graphql-resolver-without-caller
    renameOrder: (parent, args, context) => {
      return Order.updateOne({ _id: args.id }, { title: args.title });
    },
    // ruleid: graphql-resolver-without-caller
    archiveOrder: (_, { id }) => archive(id),
    // ok: graphql-resolver-without-caller
    login: (_, { email, password }) => issue(email, password),
  },
  Query: {
    // ok: graphql-resolver-without-caller
    plans: (_, args) => Plan.find(),
  },
};
