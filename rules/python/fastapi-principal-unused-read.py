from typing import Annotated

from fastapi import APIRouter, Depends

router = APIRouter()


# ruleid: fastapi-principal-unused-read
@router.get("/invoices/{invoice_id}")
def read_invoice(invoice_id: int, db: Db, current_user: User = Depends(get_current_user)):
    return db.get(Invoice, invoice_id)


# ok: fastapi-principal-unused-read
@router.get("/invoices/{invoice_id}")
def read_own_invoice(invoice_id: int, db: Db, current_user: User = Depends(get_current_user)):
    return db.scalar(
        select(Invoice).where(Invoice.id == invoice_id, Invoice.owner_id == current_user.id)
    )


# ruleid: fastapi-principal-unused-read
@router.get("/files/{file_id}/content")
async def read_file(file_id: str, user: Annotated[User, Depends(get_current_user)]):
    return FileResponse(path_of(file_id))


# ok: fastapi-principal-unused-read
@router.get("/invoices")
def list_all(user: Annotated[User, Depends(get_current_user)], db: Db):
    return db.scalars(select(Plan))


# ok: fastapi-principal-unused-read
@router.get("/reports/{report_id}")
def by_admin(report_id: int, user: User = Depends(require_admin)):
    return reports.get(report_id)
