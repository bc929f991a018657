package api

func patchUser(c *gin.Context) {
	var input map[string]interface{}
	if err := c.ShouldBindJSON(&input); err != nil {
		c.AbortWithStatus(400)
		return
	}
	// ruleid: go-map-body-into-gorm-update
	db.Model(&User{}).Where("id = ?", me(c).ID).Updates(input)
}

func patchOrder(w http.ResponseWriter, r *http.Request) {
	m := map[string]any{}
	json.NewDecoder(r.Body).Decode(&m)
	order := load(r)
	// ruleid: go-map-body-into-gorm-update
	if err := db.Model(order).Updates(m).Error; err != nil {
		w.WriteHeader(500)
	}
}

func patchUserFixed(c *gin.Context) {
	var input map[string]interface{}
	if err := c.ShouldBindJSON(&input); err != nil {
		c.AbortWithStatus(400)
		return
	}
	// ok: go-map-body-into-gorm-update
	db.Model(&User{}).Where("id = ?", me(c).ID).Select("name", "email").Updates(input)
}

func patchOrderFixed(w http.ResponseWriter, r *http.Request) {
	var in struct{ Note string }
	json.NewDecoder(r.Body).Decode(&in)
	// ok: go-map-body-into-gorm-update
	db.Model(load(r)).Updates(map[string]any{"note": in.Note})
}

func settings(c *gin.Context) {
	var raw map[string]any
	c.ShouldBindJSON(&raw)
	changes := map[string]any{"theme": raw["theme"]}
	// ok: go-map-body-into-gorm-update
	db.Model(me(c)).Updates(changes)
}
