@Controller("orders")
export class OrdersController {
  // ruleid: nest-public-write
  @Public()
  @Delete(":id")
  remove(@Param("id") id: string) {
    return this.orders.delete(id);
  }

  // ok: nest-public-write
  @Delete("mine/:id")
  removeOwn(@Param("id") id: string, @CurrentUser() user: User) {
    return this.orders.delete({ id, userId: user.id });
  }

  // ruleid: nest-public-write
  @Post()
  @SkipAuth()
  create(@Body() dto: CreateOrder) {
    return this.orders.create(dto);
  }

  // ok: nest-public-write
  @Public()
  @Get()
  list() {
    return this.orders.all();
  }

  // ok: nest-public-write
  @Public()
  @Post("webhook/stripe")
  stripe(@Req() request: Request) {
    return this.orders.paid(request);
  }

  // ok: nest-public-write
  @Public()
  @Post("with-key")
  @UseGuards(ApiKeyGuard)
  createByKey(@Body() dto: CreateOrder) {
    return this.orders.create(dto);
  }
}

@Controller("auth")
export class AuthController {
  // ok: nest-public-write
  @Public()
  @Post("start")
  start(@Body() dto: Start) {
    return this.auth.start(dto);
  }
}
