package api

func removeMany(c *gin.Context) {
	var in struct{ IDs []int }
	c.ShouldBindJSON(&in)
	// ruleid: go-bulk-ids-unscoped
	db.Where("id IN ?", in.IDs).Delete(&Order{})
}

func archive(c echo.Context) error {
	ids := c.QueryParams()["id"]
	// ruleid: go-bulk-ids-unscoped
	return db.Model(&Note{}).Where("id IN (?)", ids).Update("archived", true).Error
}

func removeManyFixed(c *gin.Context) {
	var in struct{ IDs []int }
	c.ShouldBindJSON(&in)
	// ok: go-bulk-ids-unscoped
	db.Where("id IN ? AND user_id = ?", in.IDs, uid(c)).Delete(&Order{})
}

func archiveFixed(c echo.Context) error {
	ids := c.QueryParams()["id"]
	// ok: go-bulk-ids-unscoped
	return db.Model(&Note{}).Where("owner_id = ?", uid(c)).Where("id IN (?)", ids).Update("archived", true).Error
}

func purge(ids []int) {
	// ok: go-bulk-ids-unscoped
	db.Where("id IN ?", ids).Delete(&Session{})
}
