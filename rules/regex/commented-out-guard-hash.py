from fastapi import APIRouter, Depends


@app.delete("/users/<int:user_id>")
# ruleid: commented-out-guard-hash
# @login_required
def delete_user(user_id):
    User.query.filter_by(id=user_id).delete()
    return "", 204


@app.delete("/people/<int:user_id>")
# ok: commented-out-guard-hash
@login_required
def delete_person(user_id):
    User.query.filter_by(id=user_id).delete()
    return "", 204


# ruleid: commented-out-guard-hash
#@token_required
@app.route("/export")
def export():
    return everything()


# ruleid: commented-out-guard-hash
    # @auth.permission_required("orders.delete")
@app.route("/orders")
def orders():
    return all_orders()


class OrderViewSet(ModelViewSet):
    queryset = Order.objects.all()
    # ruleid: commented-out-guard-hash
    # permission_classes = [IsAuthenticated, IsOwner]
    serializer_class = OrderSerializer


@router.delete(
    "/orders/{order_id}",
    # ruleid: commented-out-guard-hash
    # dependencies=[Depends(require_admin)],
    status_code=204,
)
def remove_order(
    order_id: int,
    # ruleid: commented-out-guard-hash
    # current_user: User = Depends(get_current_user),
    db: Session = Depends(get_db),
):
    # ruleid: commented-out-guard-hash
    # if not current_user.is_admin:
    #     raise HTTPException(403)
    db.delete(db.get(Order, order_id))


# ok: commented-out-guard-hash
# login_required is applied by the blueprint, so nothing is needed here
@app.get("/page")
def page():
    return ""


# ok: commented-out-guard-hash
# @app.route("/old")
# @login_required
# def old():
#     return ""


# ok: commented-out-guard-hash
# the @login_required decorator must stay below the route
@app.get("/other")
@login_required
def other():
    return ""
