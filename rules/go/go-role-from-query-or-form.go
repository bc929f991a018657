package api

func export(c echo.Context) error {
	// ruleid: go-role-from-query-or-form
	if c.QueryParam("role") == "admin" {
		return c.JSON(200, everything())
	}
	return echo.ErrForbidden
}

func save(w http.ResponseWriter, r *http.Request) {
	isAdmin := r.FormValue("is_admin")
	// ruleid: go-role-from-query-or-form
	if isAdmin == "true" {
		store.Save(r)
	}
}

func list(c *gin.Context) {
	// ruleid: go-role-from-query-or-form
	if c.Query("admin") == "1" {
		c.JSON(200, everything())
	}
}

func exportFixed(c echo.Context) error {
	// ok: go-role-from-query-or-form
	if currentUser(c).Role == "admin" {
		return c.JSON(200, everything())
	}
	return echo.ErrForbidden
}

func listFixed(c *gin.Context) {
	// ok: go-role-from-query-or-form
	if c.Query("archived") == "true" {
		c.JSON(200, archived())
	}
}

func tab(c *gin.Context) {
	// ok: go-role-from-query-or-form
	if c.Query("tab") == "admin" {
		c.HTML(200, "admin-tab", nil)
	}
}
