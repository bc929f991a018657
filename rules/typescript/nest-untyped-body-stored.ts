@Controller("orders")
export class OrdersController {
  @Patch(":id")
  update(@Param("id") id: string, @Body() body: any) {
    // ruleid: nest-untyped-body-stored
    return this.orderRepository.update(id, body);
  }

  @Patch("typed/:id")
  updateTyped(@Param("id") id: string, @Body() dto: UpdateOrderDto) {
    // ok: nest-untyped-body-stored
    return this.orderRepository.update(id, dto);
  }

  @Post()
  create(@Body() body: Partial<Order>, @CurrentUser() user: User) {
    // ruleid: nest-untyped-body-stored
    return this.orders.save({ ...body, userId: user.id });
  }

  @Put(":id")
  put(@Param("id") id: string, @Body() body: Record<string, unknown>) {
    // ruleid: nest-untyped-body-stored
    return this.prisma.order.update({ where: { id }, data: body });
  }

  @Post("named")
  named(@Body() body: any) {
    // ok: nest-untyped-body-stored
    return this.orders.save({ item: body.item });
  }
}
