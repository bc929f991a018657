@Controller("orders")
@UseGuards(JwtAuthGuard)
export class OrdersController {
  // ruleid: nest-principal-unused
  @Delete(":id")
  async remove(@Param("id") id: string, @CurrentUser() user: User): Promise<void> {
    await this.orders.delete(id);
  }

  // ok: nest-principal-unused
  @Delete("mine/:id")
  async removeOwn(@Param("id") id: string, @CurrentUser() user: User): Promise<void> {
    await this.orders.delete({ id, userId: user.id });
  }

  // ruleid: nest-principal-unused
  @Patch(":id")
  update(@GetUser() user: User, @Param("id", ParseIntPipe) orderId: number, @Body() dto: UpdateOrder) {
    return this.orders.update(orderId, dto);
  }

  // ruleid: nest-principal-unused
  @Mutation(() => Order)
  archiveOrder(@Args("orderId") orderId: string, @CurrentUser() user: User) {
    return this.orders.archive(orderId);
  }

  // ok: nest-principal-unused
  @Delete("any/:id")
  @Roles("admin")
  removeAny(@Param("id") id: string, @CurrentUser() user: User) {
    return this.orders.delete(id);
  }

  // ok: nest-principal-unused
  @Patch("owned/:id")
  @UseGuards(OrderOwnerGuard)
  updateOwned(@Param("id") id: string, @CurrentUser() user: User, @Body() dto: UpdateOrder) {
    return this.orders.update(id, dto);
  }

  // ok: nest-principal-unused
  @Get(":id")
  one(@Param("id") id: string, @CurrentUser() user: User) {
    return this.orders.find(id);
  }

  // ok: nest-principal-unused
  @Put("checked/:id")
  checked(@Param("id") id: string, @CurrentUser() user: User, @Body() dto: UpdateOrder) {
    if (dto.valid) {
      return this.orders.update(id, dto, user);
    }
  }
}
