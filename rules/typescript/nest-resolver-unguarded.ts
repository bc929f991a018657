@Resolver(() => Order)
export class OrdersResolver {
  // ruleid: nest-resolver-unguarded
  @Mutation(() => Boolean)
  async removeOrder(@Args("id") id: string): Promise<boolean> {
    return this.orders.delete(id);
  }

  // ok: nest-resolver-unguarded
  @Mutation(() => Boolean)
  @UseGuards(GqlAuthGuard)
  async removeOwnOrder(@Args("id") id: string, @CurrentUser() user: User): Promise<boolean> {
    return this.orders.delete({ id, userId: user.id });
  }

  // ruleid: nest-resolver-unguarded
  @Mutation(() => Order)
  renameOrder(@Args("input") input: RenameOrder) {
    return this.orders.rename(input);
  }

  // ok: nest-resolver-unguarded
  @Mutation(() => Token)
  login(@Args("input") input: Login) {
    return this.auth.login(input);
  }
}

@Resolver(() => Note)
@UseGuards(GqlAuthGuard)
export class NotesResolver {
  // ok: nest-resolver-unguarded
  @Mutation(() => Boolean)
  removeNote(@Args("id") id: string) {
    return this.notes.delete(id);
  }
}
