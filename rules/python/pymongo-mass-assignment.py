from flask import request


@app.patch("/profile")
@login_required
def update_profile():
    # ruleid: pymongo-mass-assignment
    db.users.update_one({"_id": current_user.id}, {"$set": request.get_json()})
    return ""


@app.patch("/my/profile")
@login_required
def update_own_profile():
    data = request.get_json()
    # ok: pymongo-mass-assignment
    db.users.update_one({"_id": current_user.id}, {"$set": {"name": data["name"]}})
    return ""


def insert():
    data = request.json
    # ruleid: pymongo-mass-assignment
    db.users.insert_one(data)


async def spread(request, users, user_id):
    data = await request.json()
    # ruleid: pymongo-mass-assignment
    await users.update_one({"_id": user_id}, {"$set": {**data, "updated": now()}})


def replace(user_id):
    # ruleid: pymongo-mass-assignment
    db.users.replace_one({"_id": user_id}, request.json)


def insert_named():
    data = request.json
    # ok: pymongo-mass-assignment
    db.users.insert_one({"name": data["name"], "owner": current_user.id})


def validated():
    data = UserSchema().load(request.json)
    # ok: pymongo-mass-assignment
    db.users.insert_one(data)


@router.post("/typed")
async def typed(body: UserIn):
    # ok: pymongo-mass-assignment
    await users.insert_one(body.model_dump())
