@app.delete("/orders/<int:order_id>")
@login_required
def delete_order(order_id):
    # ruleid: sqlalchemy-object-by-client-id
    order = Order.query.get_or_404(order_id)
    db.session.delete(order)
    db.session.commit()
    return "", 204


@app.delete("/my/orders/<int:order_id>")
@login_required
def delete_own_order(order_id):
    # ok: sqlalchemy-object-by-client-id
    order = Order.query.filter_by(id=order_id, user_id=current_user.id).first_or_404()
    db.session.delete(order)
    db.session.commit()
    return "", 204


@router.get("/orders/{order_id}")
async def read_order(order_id: int, db: Db):
    # ruleid: sqlalchemy-object-by-client-id
    return await db.get(Order, order_id)


@router.put("/orders/{order_id}")
async def update_order(order_id: int, body: OrderIn, db: Db):
    # ruleid: sqlalchemy-object-by-client-id
    order = db.scalar(select(Order).where(Order.id == order_id))
    order.item = body.item


class OrderResource(Resource):
    def get(self, order_id):
        # ruleid: sqlalchemy-object-by-client-id
        return Order.query.filter_by(id=order_id).first()


@app.get("/checked/<int:order_id>")
@login_required
def checked(order_id):
    # ok: sqlalchemy-object-by-client-id
    order = Order.query.get(order_id)
    if order.user_id != current_user.id:
        abort(403)
    return order.total


def helper(order_id):
    # ok: sqlalchemy-object-by-client-id
    return db.session.get(Order, order_id)
