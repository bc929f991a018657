from flask import request


@app.post("/users")
def create_user():
    # ruleid: sqlalchemy-mass-assignment
    user = User(**request.get_json())
    db.session.add(user)
    db.session.commit()
    return "", 201


@app.post("/people")
def create_person():
    data = request.get_json()
    # ok: sqlalchemy-mass-assignment
    user = User(name=data["name"], email=data["email"])
    db.session.add(user)
    db.session.commit()
    return "", 201


def through_a_variable():
    data = request.json
    # ruleid: sqlalchemy-mass-assignment
    user = User(**data)
    db.session.add(user)


def in_one_line():
    # ruleid: sqlalchemy-mass-assignment
    db.session.add(User(**request.form))


def bulk_update(user_id):
    # ruleid: sqlalchemy-mass-assignment
    User.query.filter_by(id=user_id).update(request.json)


def core_update(user_id):
    values = request.get_json()
    # ruleid: sqlalchemy-mass-assignment
    session.execute(update(User).where(User.id == user_id).values(**values))


@router.post("/items")
async def from_dict_body(payload: dict, db: Db):
    # ruleid: sqlalchemy-mass-assignment
    item = Item(**payload)
    db.add(item)


async def starlette(request):
    data = await request.json()
    # ruleid: sqlalchemy-mass-assignment
    await Item.create(**data)


def through_a_schema():
    data = UserSchema().load(request.get_json())
    # ok: sqlalchemy-mass-assignment
    user = User(**data)
    db.session.add(user)


def through_pydantic():
    # ok: sqlalchemy-mass-assignment
    body = UserIn(**request.get_json())
    user = User(**body.model_dump())
    db.session.add(user)


def picked():
    data = request.get_json()
    allowed = {k: data[k] for k in ("name", "email")}
    # ok: sqlalchemy-mass-assignment
    db.session.add(User(**allowed))


def one_field(user_id):
    # ok: sqlalchemy-mass-assignment
    User.query.filter_by(id=user_id).update({"name": request.json["name"]})


@router.post("/typed")
async def typed_body(payload: ItemIn, db: Db):
    # ok: sqlalchemy-mass-assignment
    db.add(Item(**payload.model_dump()))
