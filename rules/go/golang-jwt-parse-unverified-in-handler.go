package api

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
)

func Me(c *gin.Context) {
	claims := jwt.MapClaims{}
	// ruleid: golang-jwt-parse-unverified-in-handler
	_, _, err := jwt.NewParser().ParseUnverified(c.GetHeader("Authorization"), claims)
	if err != nil {
		c.AbortWithStatus(401)
		return
	}
	c.JSON(200, claims["sub"])
}

func (s *Server) Orders(w http.ResponseWriter, r *http.Request) {
	p := jwt.Parser{}
	// ruleid: golang-jwt-parse-unverified-in-handler
	if _, _, err := p.ParseUnverified(r.Header.Get("X-Token"), &Claims{}); err != nil {
		w.WriteHeader(401)
	}
}

func auth(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		// ruleid: golang-jwt-parse-unverified-in-handler
		tok, _, err := new(jwt.Parser).ParseUnverified(bearer(c), jwt.MapClaims{})
		if err != nil {
			return echo.ErrUnauthorized
		}
		c.Set("user", tok)
		return next(c)
	}
}

func MeFixed(c *gin.Context) {
	claims := jwt.MapClaims{}
	// ok: golang-jwt-parse-unverified-in-handler
	_, err := jwt.ParseWithClaims(c.GetHeader("Authorization"), claims, keyfunc, jwt.WithValidMethods([]string{"RS256"}))
	if err != nil {
		c.AbortWithStatus(401)
		return
	}
	c.JSON(200, claims["sub"])
}

func (s *Server) OrdersFixed(w http.ResponseWriter, r *http.Request) {
	// the issuer is only used to choose the key set; the token is verified below
	// ok: golang-jwt-parse-unverified-in-handler
	peek, _, _ := jwt.NewParser().ParseUnverified(bearer(r), jwt.MapClaims{})
	keys := s.keysFor(peek)
	tok, err := jwt.Parse(bearer(r), keys, jwt.WithValidMethods([]string{"RS256"}))
	if err != nil || !tok.Valid {
		w.WriteHeader(401)
	}
}

// a command line tool that shows when its own token runs out
func showExpiry(raw string) string {
	// ok: golang-jwt-parse-unverified-in-handler
	tok, _, _ := jwt.NewParser().ParseUnverified(raw, jwt.MapClaims{})
	return tok.Raw
}
