export const orders = router({
  // ruleid: trpc-principal-unused
  remove: protectedProcedure.input(z.object({ id: z.string() })).mutation(async ({ ctx, input }) => {
    return ctx.db.order.delete({ where: { id: input.id } });
  }),

  // ok: trpc-principal-unused
  removeOwn: protectedProcedure.input(z.object({ id: z.string() })).mutation(async ({ ctx, input }) => {
    return ctx.db.order.delete({ where: { id: input.id, userId: ctx.session.user.id } });
  }),

  // ruleid: trpc-principal-unused
  rename: authedProcedure.input(Rename).mutation(async ({ input }) => {
    await db.update(orders).set({ title: input.title }).where(eq(orders.id, input.orderId));
  }),

  // ok: trpc-principal-unused
  checked: protectedProcedure.input(Rename).mutation(async ({ ctx, input }) => {
    await assertOwner(ctx, input.orderId);
    await db.update(orders).set({ title: input.title }).where(eq(orders.id, input.orderId));
  }),

  // ok: trpc-principal-unused
  byAdmin: adminProcedure.input(Rename).mutation(async ({ input }) => {
    await db.update(orders).set({ title: input.title }).where(eq(orders.id, input.orderId));
  }),
});
