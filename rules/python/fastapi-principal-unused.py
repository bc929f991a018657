from typing import Annotated

from fastapi import APIRouter, Depends, Security

router = APIRouter()
CurrentUser = Annotated[User, Depends(get_current_user)]


# ruleid: fastapi-principal-unused
@router.delete("/invoices/{invoice_id}")
async def delete_invoice(
    invoice_id: int,
    current_user: User = Depends(get_current_user),
    db: Session = Depends(get_db),
):
    invoice = db.get(Invoice, invoice_id)
    db.delete(invoice)
    db.commit()


# ok: fastapi-principal-unused
@router.delete("/invoices/{invoice_id}")
async def delete_own_invoice(
    invoice_id: int,
    current_user: User = Depends(get_current_user),
    db: Session = Depends(get_db),
):
    invoice = db.scalar(
        select(Invoice).where(Invoice.id == invoice_id, Invoice.owner_id == current_user.id)
    )
    if invoice is None:
        raise HTTPException(404)
    db.delete(invoice)
    db.commit()


# ruleid: fastapi-principal-unused
@router.put("/notes/{note_id}", response_model=NoteOut)
def update_note(note_id: int, body: NoteIn, user: Annotated[User, Depends(get_current_user)], db: Db):
    note = db.get(Note, note_id)
    note.text = body.text
    db.commit()
    return note


# ruleid: fastapi-principal-unused
@router.patch("/notes/{note_id}")
def patch_note(note_id: int, body: NoteIn, user: CurrentUser, db: Db):
    note = db.get(Note, note_id)
    note.text = body.text
    db.commit()
    return note


# ruleid: fastapi-principal-unused
@app.post("/orders/{order_id}/cancel")
async def cancel(order_id: int, user=Security(get_current_user)):
    await orders.cancel(order_id)


# ok: fastapi-principal-unused
@router.delete("/notes/{note_id}")
def delete_checked_in_a_branch(note_id: int, user: CurrentUser, db: Db):
    note = db.get(Note, note_id)
    if note:
        if note.owner_id != user.id:
            raise HTTPException(403)
        db.delete(note)


# ok: fastapi-principal-unused
@router.delete("/users/{user_id}")
def by_admin(user_id: int, current_user: User = Depends(get_current_active_superuser)):
    users.delete(user_id)


# ok: fastapi-principal-unused
@router.delete("/users/{user_id}")
def by_role(user_id: int, current_user: User = Depends(RoleChecker(["admin"]))):
    users.delete(user_id)


# ok: fastapi-principal-unused
@router.put("/users/{user_id}", dependencies=[Depends(require_self)])
def guarded_by_router(user_id: int, user: CurrentUser):
    users.touch(user_id)


# ok: fastapi-principal-unused
@router.get("/catalogue/{product_id}")
def read_only(product_id: int, user: CurrentUser):
    return products.get(product_id)


# ok: fastapi-principal-unused
@router.delete("/notes/{note_id}")
def passes_it_on(note_id: int, user: CurrentUser):
    return service.delete(note_id, actor=user)
