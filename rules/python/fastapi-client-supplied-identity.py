from typing import Annotated

from fastapi import APIRouter, Depends

router = APIRouter()


@router.post("/orders")
def create_order(body: OrderIn, db: Db, current_user: User = Depends(get_current_user)):
    # ruleid: fastapi-client-supplied-identity
    order = Order(owner_id=body.owner_id, item=body.item)
    db.add(order)
    db.commit()
    return current_user.id


@router.post("/my/orders")
def create_own_order(body: OrderIn, db: Db, current_user: User = Depends(get_current_user)):
    # ok: fastapi-client-supplied-identity
    order = Order(owner_id=current_user.id, item=body.item)
    db.add(order)
    db.commit()


@router.post("/search")
def search(user: Annotated[User, Depends(get_current_user)], query: Search, db: Db):
    # ruleid: fastapi-client-supplied-identity
    return db.scalars(select(Order).where(Order.user_id == query.user_id)).all()


@router.post("/orders/for")
def create_for(body: OrderIn, current_user: CurrentUser, db: Db):
    if not current_user.is_superuser:
        raise HTTPException(403)
    # ok: fastapi-client-supplied-identity
    db.add(Order(owner_id=body.owner_id))


@router.post("/orders/checked")
def create_checked(body: OrderIn, current_user: CurrentUser, db: Db):
    if body.owner_id != current_user.id:
        raise HTTPException(403)
    # ok: fastapi-client-supplied-identity
    db.add(Order(owner_id=body.owner_id))
