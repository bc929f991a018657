# ruleid: injected-user-unused
@app.route("/todo/<todo_id>", methods=["DELETE"])
@token_required
def delete_todo(current_user, todo_id):
    todo = Todo.query.filter_by(id=todo_id).first()
    db.session.delete(todo)
    db.session.commit()
    return jsonify({"message": "deleted"})


# ok: injected-user-unused
@app.route("/todo/<todo_id>", methods=["DELETE"])
@token_required
def delete_own_todo(current_user, todo_id):
    todo = Todo.query.filter_by(id=todo_id, user_id=current_user.id).first_or_404()
    db.session.delete(todo)
    db.session.commit()
    return jsonify({"message": "deleted"})


# ruleid: injected-user-unused
@app.route("/user/<public_id>", methods=["PUT"])
@token_required
def promote_user(current_user, public_id):
    user = User.query.filter_by(public_id=public_id).first()
    user.admin = True
    db.session.commit()
    return ""


class Notes(Resource):
    # ruleid: injected-user-unused
    @token_required
    def delete(self, current_user, note_id):
        Note.query.filter_by(id=note_id).delete()


# ok: injected-user-unused
@app.route("/user/<public_id>")
@token_required
def get_one_user(current_user, public_id):
    if not current_user.admin:
        return jsonify({"message": "not allowed"}), 403
    return User.query.filter_by(public_id=public_id).first_or_404()


# ok: injected-user-unused
@app.route("/todo")
@token_required
def all_todos(current_user):
    return jsonify([])
