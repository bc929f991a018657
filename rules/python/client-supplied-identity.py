from flask import request
from flask_login import current_user, login_required


@app.post("/orders")
@login_required
def create_order():
    data = request.get_json()
    # ruleid: client-supplied-identity
    order = Order(user_id=data["user_id"], item=data["item"])
    db.session.add(order)
    db.session.commit()
    return "", 201


@app.post("/my/orders")
@login_required
def create_own_order():
    data = request.get_json()
    # ok: client-supplied-identity
    order = Order(user_id=current_user.id, item=data["item"])
    db.session.add(order)
    db.session.commit()
    return "", 201


@app.get("/orders")
@jwt_required()
def orders():
    owner = request.args.get("owner_id")
    # ruleid: client-supplied-identity
    return Order.query.filter_by(owner_id=owner).all()


@app.post("/account/close")
@login_required
def close():
    account_id = request.form["account_id"]
    # ruleid: client-supplied-identity
    account = Account.query.get(account_id)
    account.closed = True


@login_required
def django_view(request):
    # ruleid: client-supplied-identity
    Order.objects.create(owner_id=request.POST["owner_id"], item=request.POST["item"])


@app.get("/admin/orders")
@login_required
def admin_orders():
    if not current_user.is_admin:
        abort(403)
    # ok: client-supplied-identity
    return Order.query.filter_by(owner_id=request.args.get("owner_id")).all()


@app.post("/login")
def login():
    # ok: client-supplied-identity
    return User.query.filter_by(user_id=request.form["user_id"]).first()


@app.get("/products")
@login_required
def products():
    # ok: client-supplied-identity
    return Product.query.filter_by(category_id=request.args.get("category_id")).all()
