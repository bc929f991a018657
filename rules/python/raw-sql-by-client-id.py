@app.get("/invoices/<int:invoice_id>")
@login_required
def invoice(invoice_id):
    # ruleid: raw-sql-by-client-id
    row = db.execute("SELECT * FROM invoices WHERE id = ?", (invoice_id,)).fetchone()
    return jsonify(dict(row))


@app.get("/my/invoices/<int:invoice_id>")
@login_required
def own_invoice(invoice_id):
    # ok: raw-sql-by-client-id
    row = db.execute(
        "SELECT * FROM invoices WHERE id = ? AND user_id = ?", (invoice_id, current_user.id)
    ).fetchone()
    return jsonify(dict(row))


@router.delete("/notes/{note_id}")
async def delete_note(note_id: int):
    # ruleid: raw-sql-by-client-id
    await database.execute(text("DELETE FROM notes WHERE id = :id"), {"id": note_id})


@app.route("/tenant/notes/<int:note_id>")
def tenant_note(note_id):
    # ok: raw-sql-by-client-id
    return db.execute("SELECT * FROM notes WHERE tenant_id = ? AND id = ?", (TENANT, note_id))


def helper(note_id):
    # ok: raw-sql-by-client-id
    return db.execute("SELECT * FROM notes WHERE id = ?", (note_id,))
