@Controller("orders")
export class OrdersController {
  // ruleid: commented-out-guard-slash
  // @UseGuards(JwtAuthGuard)
  @Delete(":id")
  remove(@Param("id") id: string) {
    return this.orders.delete(id);
  }

  // ok: commented-out-guard-slash
  @UseGuards(JwtAuthGuard)
  @Delete("mine/:id")
  removeOwn(@Param("id") id: string) {
    return this.orders.delete(id);
  }

  // ruleid: commented-out-guard-slash
  // @Roles('admin')
  @Post()
  create() {}
}

app.delete(
  "/users/:id",
  // ruleid: commented-out-guard-slash
  // requireAuth,
  async (req, res) => {
    res.end();
  },
);

// ruleid: commented-out-guard-slash
// router.use(authMiddleware);
router.get("/orders", list);

export async function POST(request: Request) {
  // ruleid: commented-out-guard-slash
  // if (!session) return new Response(null, { status: 401 });
  return save(await request.json());
}

// ok: commented-out-guard-slash
// app.use(authRouter);
app.use(ordersRouter);

// ok: commented-out-guard-slash
// authenticate the user first, then load the order
const order = load();

// ok: commented-out-guard-slash
// Example:
// @UseGuards(JwtAuthGuard)
// class Example {}
export class Documented {}

// ok: commented-out-guard-slash
// @Param("id") id is the id of the order
export const nothing = 1;
