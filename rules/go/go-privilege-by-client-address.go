package api

func metrics(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-privilege-by-client-address
	if r.Header.Get("X-Forwarded-For") != "127.0.0.1" {
		http.Error(w, "no", 403)
		return
	}
	dump(w)
}

func internalOnly(c *gin.Context) {
	ip := c.ClientIP()
	// ruleid: go-privilege-by-client-address
	if !strings.HasPrefix(ip, "10.") {
		c.AbortWithStatus(403)
	}
}

func debug(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-privilege-by-client-address
	if strings.HasPrefix(r.Host, "admin.") {
		dump(w)
	}
}

func metricsFixed(w http.ResponseWriter, r *http.Request) {
	// ok: go-privilege-by-client-address
	if subtle.ConstantTimeCompare([]byte(bearer(r)), token) != 1 {
		http.Error(w, "no", 403)
		return
	}
	dump(w)
}

func logAddress(c *gin.Context) {
	// ok: go-privilege-by-client-address
	log.Println(c.ClientIP())
}

func listen(cfg Config) string {
	// ok: go-privilege-by-client-address
	if cfg.Host == "127.0.0.1" {
		return "local"
	}
	return "public"
}
