package main

func routes(r *gin.Engine) {
	// ruleid: commented-out-guard-slash
	// r.Use(AuthMiddleware())
	r.GET("/orders", list)

	// ok: commented-out-guard-slash
	// r.Use(gin.Logger())
	r.GET("/plans", plans)
}
