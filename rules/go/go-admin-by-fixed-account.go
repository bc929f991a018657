package api

func (u *User) IsAdmin() bool {
	// ruleid: go-admin-by-fixed-account
	return u.Username == "admin"
}

func canManage(u *User) bool {
	// ruleid: go-admin-by-fixed-account
	return strings.HasSuffix(u.Email, "@example.org")
}

func stats(c *gin.Context) {
	user := me(c)
	// ruleid: go-admin-by-fixed-account
	if user.ID != 1 {
		c.AbortWithStatus(403)
		return
	}
	c.JSON(200, all())
}

func (u *User) IsAdminFixed() bool {
	// ok: go-admin-by-fixed-account
	return u.Role == RoleAdmin
}

func statsFixed(c *gin.Context) {
	// ok: go-admin-by-fixed-account
	if !me(c).HasRole("admin") {
		c.AbortWithStatus(403)
		return
	}
	c.JSON(200, all())
}

func createUser(in Input) error {
	// ok: go-admin-by-fixed-account
	if in.Username == "admin" {
		return errReservedName
	}
	return nil
}

func seed(u *User) {
	// ok: go-admin-by-fixed-account
	if u.Email == "admin@example.org" {
		u.Welcome = false
	}
}
