from flask import request


@app.get("/users")
def users():
    # ruleid: role-from-request-body
    if request.args.get("role") == "admin":
        return jsonify(all_users())
    abort(403)


@app.get("/people")
@login_required
def people():
    # ok: role-from-request-body
    if current_user.role == "admin":
        return jsonify(all_users())
    abort(403)


def flag():
    data = request.get_json()
    # ruleid: role-from-request-body
    if data.get("is_admin"):
        return secrets()


def one_hop(request):
    role = request.POST.get("role")
    # ruleid: role-from-request-body
    if role != "admin":
        return HttpResponse(status=403)
    return secrets()


def validates_what_an_admin_assigns():
    if not current_user.is_admin:
        abort(403)
    role = request.form["role"]
    # ok: role-from-request-body
    if role == "admin":
        notify()


def allowed_values():
    role = request.form.get("role")
    # ok: role-from-request-body
    if role not in ROLES:
        abort(400)


def other_key():
    # ok: role-from-request-body
    if request.args.get("sort") == "admin":
        return ""
