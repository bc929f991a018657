from flask_jwt_extended import get_jwt_identity, jwt_required


# ruleid: flask-jwt-optional-on-write
@app.route("/comments/<int:comment_id>", methods=["DELETE"])
@jwt_required(optional=True)
def delete_comment(comment_id):
    Comment.query.filter_by(id=comment_id).delete()
    return "", 204


# ok: flask-jwt-optional-on-write
@app.route("/my/comments/<int:comment_id>", methods=["DELETE"])
@jwt_required()
def delete_own_comment(comment_id):
    Comment.query.filter_by(id=comment_id, user_id=get_jwt_identity()).delete()
    return "", 204


# ruleid: flask-jwt-optional-on-write
@app.post("/comments")
@jwt_required(optional=True)
def create_comment():
    me = get_jwt_identity()
    db.session.add(Comment(user_id=me, text=request.json["text"]))
    return "", 201


class CommentResource(Resource):
    # ruleid: flask-jwt-optional-on-write
    @jwt_required(optional=True)
    def put(self, comment_id):
        Comment.query.get(comment_id).text = request.json["text"]

    # ok: flask-jwt-optional-on-write
    @jwt_required(optional=True)
    def get(self, comment_id):
        return Comment.query.get(comment_id)


# ok: flask-jwt-optional-on-write
@app.post("/comments/checked")
@jwt_required(optional=True)
def handles_anonymous():
    me = get_jwt_identity()
    if me is None:
        abort(401)
    db.session.add(Comment(user_id=me, text=request.json["text"]))
    return "", 201
