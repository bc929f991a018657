from fastapi import Cookie, Header
from flask import abort, request


@app.delete("/users/<int:user_id>")
def delete_user(user_id):
    # ruleid: role-from-cookie-or-header
    if request.cookies.get("role") != "admin":
        abort(403)
    User.query.filter_by(id=user_id).delete()
    return "", 204


@app.delete("/accounts/<int:user_id>")
@login_required
def delete_account(user_id):
    # ok: role-from-cookie-or-header
    if current_user.role != "admin":
        abort(403)
    User.query.filter_by(id=user_id).delete()
    return "", 204


def header():
    # ruleid: role-from-cookie-or-header
    if request.headers.get("X-User-Role", "user") == "admin":
        return secrets()


def one_hop(request):
    role = request.COOKIES.get("role")
    if request.method == "POST":
        # ruleid: role-from-cookie-or-header
        if role in ("admin", "staff"):
            return secrets()


def truthy(request):
    # ruleid: role-from-cookie-or-header
    if request.META.get("HTTP_X_IS_ADMIN"):
        return secrets()


def lower_case():
    is_admin = request.cookies["isAdmin"].lower()
    # ruleid: role-from-cookie-or-header
    return secrets() if is_admin == "true" else None


@app.get("/secrets")
def fastapi_header(x_user_role: str = Header(None)):
    # ruleid: role-from-cookie-or-header
    if x_user_role == "admin":
        return secrets()


def another_header():
    # ok: role-from-cookie-or-header
    if request.headers.get("X-Requested-With") == "XMLHttpRequest":
        return ""


def language(request):
    # ok: role-from-cookie-or-header
    if request.COOKIES.get("lang") == "de":
        return ""


def from_session():
    # ok: role-from-cookie-or-header
    if session.get("role") == "admin":
        return secrets()


def only_logged():
    # ok: role-from-cookie-or-header
    log(request.headers.get("X-User-Role"))
