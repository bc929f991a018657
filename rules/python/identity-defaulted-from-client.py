from flask import jsonify, request
from flask_login import current_user, login_required


@app.get("/orders")
@login_required
def orders():
    # ruleid: identity-defaulted-from-client
    user_id = request.args.get("user_id", current_user.id)
    return jsonify(Order.query.filter_by(user_id=user_id).all())


@app.get("/my/orders")
@login_required
def my_orders():
    # ok: identity-defaulted-from-client
    return jsonify(Order.query.filter_by(user_id=current_user.id).all())


@app.post("/transfer")
@jwt_required()
def transfer():
    data = request.get_json()
    # ruleid: identity-defaulted-from-client
    account_id = data.get("account_id") or get_jwt_identity()
    return do_transfer(account_id)


class Orders(APIView):
    def get(self, request):
        # ruleid: identity-defaulted-from-client
        owner = request.query_params.get("owner_id", request.user.id)
        return Response(Order.objects.filter(owner_id=owner))


def with_type(request):
    # ruleid: identity-defaulted-from-client
    uid = request.args.get("user_id", current_user.id, type=int)
    return load(uid)


@app.get("/admin/orders")
@login_required
def admin_orders():
    # ok: identity-defaulted-from-client
    user_id = request.args.get("user_id", current_user.id)
    if user_id != current_user.id and not current_user.is_admin:
        abort(403)
    return jsonify(Order.query.filter_by(user_id=user_id).all())


def page_size():
    # ok: identity-defaulted-from-client
    return request.args.get("per_page", current_user.page_size)


def plain_default():
    # ok: identity-defaulted-from-client
    return request.args.get("user_id", None)
