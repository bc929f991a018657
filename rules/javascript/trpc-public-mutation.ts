export const orderRouter = router({
  // ruleid: trpc-public-mutation
  delete: publicProcedure.input(z.object({ id: z.string() })).mutation(async ({ ctx, input }) => {
    return ctx.db.order.delete({ where: { id: input.id } });
  }),
});

export const ownOrderRouter = router({
  // ok: trpc-public-mutation
  delete: protectedProcedure.input(z.object({ id: z.string() })).mutation(async ({ ctx, input }) => {
    return ctx.db.order.delete({ where: { id: input.id, userId: ctx.session.user.id } });
  }),
});

export const posts = createTRPCRouter({
  // ruleid: trpc-public-mutation
  create: t.procedure.input(PostSchema).output(PostOut).mutation(({ input }) => save(input)),
  // ok: trpc-public-mutation
  list: publicProcedure.query(() => all()),
  // ok: trpc-public-mutation
  login: publicProcedure.input(LoginSchema).mutation(({ input }) => issue(input)),
  // ok: trpc-public-mutation
  update: t.procedure.use(isAuthed).input(PostSchema).mutation(({ input }) => save(input)),
});

// ruleid: trpc-public-mutation
export const clearCache = publicProcedure.mutation(() => cache.clear());
