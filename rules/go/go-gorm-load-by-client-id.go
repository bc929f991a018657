package api

func getOrder(c *gin.Context) {
	var o Order
	// ruleid: go-gorm-load-by-client-id
	if err := db.First(&o, c.Param("id")).Error; err != nil {
		c.AbortWithStatus(404)
		return
	}
	c.JSON(200, o)
}

func (s *Server) deleteOrder(w http.ResponseWriter, r *http.Request) {
	id := chi.URLParam(r, "orderID")
	// ruleid: go-gorm-load-by-client-id
	s.db.Where("id = ?", id).Delete(&Order{})
}

func removeNote(c echo.Context) error {
	id, err := strconv.Atoi(c.Param("id"))
	if err != nil {
		return err
	}
	// ruleid: go-gorm-load-by-client-id
	return db.Delete(&Note{}, id).Error
}

func getOrderFixed(c *gin.Context) {
	var o Order
	// ok: go-gorm-load-by-client-id
	if err := db.First(&o, "id = ? AND user_id = ?", c.Param("id"), uid(c)).Error; err != nil {
		c.AbortWithStatus(404)
		return
	}
	c.JSON(200, o)
}

func (s *Server) deleteOrderFixed(w http.ResponseWriter, r *http.Request) {
	id := chi.URLParam(r, "orderID")
	var o Order
	// ok: go-gorm-load-by-client-id
	s.db.Where("id = ?", id).First(&o)
	if o.UserID != uid(r) {
		w.WriteHeader(404)
		return
	}
	s.db.Delete(&o)
}

func removeNoteFixed(c echo.Context) error {
	if ok, _ := enforcer.Enforce(sub(c), c.Param("id"), "delete"); !ok {
		return echo.ErrForbidden
	}
	// ok: go-gorm-load-by-client-id
	return db.Delete(&Note{}, c.Param("id")).Error
}

func newest(c *gin.Context) {
	var o Order
	// ok: go-gorm-load-by-client-id
	db.Order("created_at desc").First(&o)
	c.JSON(200, o.Public())
}
