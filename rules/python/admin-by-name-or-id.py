from flask_login import current_user


@app.delete("/users/<int:user_id>")
@login_required
def delete_user(user_id):
    # ruleid: admin-by-name-or-id
    if current_user.username != "admin":
        abort(403)
    User.query.filter_by(id=user_id).delete()
    return "", 204


@app.delete("/people/<int:user_id>")
@login_required
def delete_person(user_id):
    # ok: admin-by-name-or-id
    if not current_user.has_role("admin"):
        abort(403)
    User.query.filter_by(id=user_id).delete()
    return "", 204


def first_user(request):
    # ruleid: admin-by-name-or-id
    return request.user.pk == 1


def by_domain():
    # ruleid: admin-by-name-or-id
    return current_user.email.endswith("@example.com")


def by_session():
    # ruleid: admin-by-name-or-id
    if session.get("username") == "admin":
        return secrets()


def by_address():
    # ruleid: admin-by-name-or-id
    return g.user.email == "admin@example.com"


def by_role():
    # ok: admin-by-name-or-id
    return current_user.role == "admin"


def session_role():
    # ok: admin-by-name-or-id
    return session.get("role") == "admin"


def reserved_name(form):
    # ok: admin-by-name-or-id
    return form.username == "admin"


def protect_the_first_row(user):
    # ok: admin-by-name-or-id
    return user.id == 1


def own_row(order):
    # ok: admin-by-name-or-id
    return order.user_id == current_user.id
