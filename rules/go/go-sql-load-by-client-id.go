package api

func show(w http.ResponseWriter, r *http.Request) {
	var o Order
	// ruleid: go-sql-load-by-client-id
	row := db.QueryRow("SELECT total FROM orders WHERE id = $1", r.PathValue("id"))
	row.Scan(&o.Total)
	write(w, o)
}

func remove(c *gin.Context) {
	id := c.Param("id")
	// ruleid: go-sql-load-by-client-id
	_, err := pool.Exec(c, "DELETE FROM notes WHERE id = $1", id)
	respond(c, err)
}

func showFixed(w http.ResponseWriter, r *http.Request) {
	var o Order
	// ok: go-sql-load-by-client-id
	row := db.QueryRow("SELECT total FROM orders WHERE id = $1 AND user_id = $2", r.PathValue("id"), uid(r))
	row.Scan(&o.Total)
	write(w, o)
}

func removeFixed(c *gin.Context) {
	id := c.Param("id")
	// ok: go-sql-load-by-client-id
	_, err := pool.Exec(c, "DELETE FROM notes WHERE owner_id = $2 AND id = $1", id, uid(c))
	respond(c, err)
}

func bySlug(c *gin.Context) {
	// ok: go-sql-load-by-client-id
	pool.QueryRow(c, "SELECT title FROM pages WHERE slug = $1 AND published", c.Param("slug"))
}
