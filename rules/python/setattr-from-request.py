from flask import request


@app.patch("/users/<int:user_id>")
@login_required
def update_user(user_id):
    user = User.query.get_or_404(user_id)
    # ruleid: setattr-from-request
    for key, value in request.json.items():
        setattr(user, key, value)
    db.session.commit()
    return ""


@app.patch("/people/<int:user_id>")
@login_required
def update_person(user_id):
    user = User.query.get_or_404(user_id)
    # ok: setattr-from-request
    for key, value in request.json.items():
        if key in ("name", "email"):
            setattr(user, key, value)
    db.session.commit()
    return ""


def with_hasattr(user):
    data = request.get_json()
    # ruleid: setattr-from-request
    for key, value in data.items():
        if hasattr(user, key):
            setattr(user, key, value)


def by_key(user):
    body = request.get_json()
    # ruleid: setattr-from-request
    for key in body:
        setattr(user, key, body[key])


def dict_update(user):
    # ruleid: setattr-from-request
    user.__dict__.update(request.form)


@router.put("/items/{item_id}")
def from_dict_body(item_id: int, payload: dict, db: Db):
    item = db.get(Item, item_id)
    # ruleid: setattr-from-request
    for k, v in payload.items():
        setattr(item, k, v)


def skips_unknown(user):
    # ok: setattr-from-request
    for key, value in request.json.items():
        if key not in ALLOWED:
            continue
        setattr(user, key, value)


def fixed_fields(user):
    data = request.get_json()
    # ok: setattr-from-request
    for key in ("name", "email"):
        setattr(user, key, data[key])


@router.put("/typed/{item_id}")
def typed(item_id: int, payload: ItemUpdate, db: Db):
    item = db.get(Item, item_id)
    # ok: setattr-from-request
    for k, v in payload.model_dump(exclude_unset=True).items():
        setattr(item, k, v)
