package api

// ruleid: go-principal-parameter-unused
func (h *H) DeleteOrder(w http.ResponseWriter, r *http.Request, claims *Claims) {
	h.db.Delete(&Order{}, r.PathValue("id"))
	w.WriteHeader(204)
}

// ruleid: go-principal-parameter-unused
func showInvoice(c *gin.Context, user *models.User) {
	id := c.Param("invoiceID")
	var inv Invoice
	db.First(&inv, id)
	c.JSON(200, inv)
}

// ruleid: go-principal-parameter-unused
func deleteNote(c echo.Context) error {
	uid := c.Get("uid")
	_ = uid
	return db.Delete(&Note{}, c.Param("id")).Error
}

// ok: go-principal-parameter-unused
func (h *H) DeleteOrderFixed(w http.ResponseWriter, r *http.Request, claims *Claims) {
	h.db.Where("user_id = ?", claims.UserID).Delete(&Order{}, r.PathValue("id"))
	w.WriteHeader(204)
}

// ok: go-principal-parameter-unused
func showInvoiceFixed(c *gin.Context, user *models.User) {
	id := c.Param("invoiceID")
	inv, err := findInvoice(user, id)
	if err != nil {
		c.AbortWithStatus(404)
		return
	}
	c.JSON(200, inv)
}

// no id comes from the request
// ok: go-principal-parameter-unused
func ping(c *gin.Context, user *models.User) {
	c.JSON(200, "pong")
}

// not a request handler
// ok: go-principal-parameter-unused
func render(t *template.Template, user *models.User) string {
	return t.Name()
}
