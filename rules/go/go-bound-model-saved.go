package api

func createUser(c echo.Context) error {
	u := new(User)
	if err := c.Bind(u); err != nil {
		return err
	}
	// ruleid: go-bound-model-saved
	return db.Create(u).Error
}

func updateUser(c *gin.Context) {
	var user models.User
	c.ShouldBindJSON(&user)
	// ruleid: go-bound-model-saved
	db.Save(&user)
}

func replace(w http.ResponseWriter, r *http.Request) {
	var o Order
	json.NewDecoder(r.Body).Decode(&o)
	// ruleid: go-bound-model-saved
	if err := db.Save(&o).Error; err != nil {
		w.WriteHeader(500)
	}
}

func createUserFixed(c echo.Context) error {
	in := new(CreateUserInput)
	if err := c.Bind(in); err != nil {
		return err
	}
	// ok: go-bound-model-saved
	return db.Create(&User{Name: in.Name}).Error
}

func updateUserFixed(c *gin.Context) {
	var in UserRequest
	c.ShouldBindJSON(&in)
	user := me(c)
	user.Name = in.Name
	// ok: go-bound-model-saved
	db.Save(&user)
}

func replaceFixed(w http.ResponseWriter, r *http.Request) {
	var o Order
	json.NewDecoder(r.Body).Decode(&o)
	// ok: go-bound-model-saved
	db.Select("note").Updates(&o)
}
