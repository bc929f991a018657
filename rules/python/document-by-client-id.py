@router.delete("/orders/{order_id}")
async def delete_order(order_id: str, db: Db):
    # ruleid: document-by-client-id
    await db.orders.delete_one({"_id": ObjectId(order_id)})


@router.delete("/my/orders/{order_id}")
async def delete_own_order(order_id: str, db: Db, user: CurrentUser):
    # ok: document-by-client-id
    await db.orders.delete_one({"_id": ObjectId(order_id), "user_id": user.id})


@router.get("/orders/{order_id}")
async def tortoise(order_id: int):
    # ruleid: document-by-client-id
    return await Order.get(id=order_id)


@app.get("/orders/<int:order_id>")
def peewee(order_id):
    # ruleid: document-by-client-id
    return Order.get_by_id(order_id)


@router.get("/checked/{order_id}")
async def checked(order_id: int, user: CurrentUser):
    # ok: document-by-client-id
    order = await Order.get(id=order_id)
    if order.user_id != user.id:
        raise HTTPException(404)
    return order


def helper(order_id):
    # ok: document-by-client-id
    return Order.get_by_id(order_id)
