from typing import Annotated

from fastapi import APIRouter, Depends

router = APIRouter()


# ruleid: fastapi-optional-auth-on-write
@router.delete("/comments/{comment_id}")
def delete_comment(comment_id: int, db: Db, user: User | None = Depends(get_current_user)):
    db.delete(db.get(Comment, comment_id))
    db.commit()


# ok: fastapi-optional-auth-on-write
@router.delete("/my/comments/{comment_id}")
def delete_own_comment(comment_id: int, db: Db, user: User = Depends(get_current_user)):
    comment = db.scalar(select(Comment).where(Comment.id == comment_id, Comment.user_id == user.id))
    db.delete(comment)
    db.commit()


# ruleid: fastapi-optional-auth-on-write
@router.post("/comments")
async def create(body: CommentIn, db: Db, current_user=Depends(get_optional_user)):
    db.add(Comment(text=body.text))


# ruleid: fastapi-optional-auth-on-write
@router.put("/comments/{comment_id}")
def update(comment_id: int, body: CommentIn, user: Annotated[User, Depends(get_current_user_optional)]):
    comments.update(comment_id, body.text, user)


# ok: fastapi-optional-auth-on-write
@router.post("/comments/checked")
def create_checked(body: CommentIn, db: Db, user: Optional[User] = Depends(get_current_user)):
    if user is None:
        raise HTTPException(401)
    db.add(Comment(text=body.text, user_id=user.id))


# ok: fastapi-optional-auth-on-write
@router.get("/comments")
def read(db: Db, user: Optional[User] = Depends(get_current_user)):
    return db.scalars(select(Comment)).all()


# ok: fastapi-optional-auth-on-write
@router.post("/login")
def login(body: LoginIn, user: Optional[User] = Depends(get_current_user)):
    return issue(body)
