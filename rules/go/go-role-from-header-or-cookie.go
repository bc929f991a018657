package api

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

func deleteUser(c *gin.Context) {
	// ruleid: go-role-from-header-or-cookie
	if c.GetHeader("X-User-Role") != "admin" {
		c.AbortWithStatus(403)
		return
	}
	store.Delete(c.Param("id"))
}

func admin(w http.ResponseWriter, r *http.Request) {
	ck, err := r.Cookie("is_admin")
	// ruleid: go-role-from-header-or-cookie
	if err != nil || ck.Value != "true" {
		w.WriteHeader(403)
	}
}

func role(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		role := r.Header.Get("X-Role")
		// ruleid: go-role-from-header-or-cookie
		if strings.EqualFold(role, "ADMIN") {
			next.ServeHTTP(w, r)
		}
	})
}

func deleteUserFixed(c *gin.Context) {
	// ok: go-role-from-header-or-cookie
	if c.MustGet("user").(*User).Role != "admin" {
		c.AbortWithStatus(403)
		return
	}
	store.Delete(c.Param("id"))
}

func adminFixed(w http.ResponseWriter, r *http.Request) {
	sess, _ := store.Get(r, "session")
	// ok: go-role-from-header-or-cookie
	if sess.Values["role"] != "admin" {
		w.WriteHeader(403)
	}
}

func signed(w http.ResponseWriter, r *http.Request) {
	ck, _ := r.Cookie("role")
	// ok: go-role-from-header-or-cookie
	if verifyCookie(ck) != "admin" {
		w.WriteHeader(403)
	}
}

func theme(w http.ResponseWriter, r *http.Request) {
	// ok: go-role-from-header-or-cookie
	if r.Header.Get("X-Requested-With") == "admin" {
		w.Header().Set("X-Layout", "admin")
	}
}
