package token

import (
	jwtold "github.com/dgrijalva/jwt-go"
	"github.com/golang-jwt/jwt/v5"
)

func Subject(raw string) (string, error) {
	claims := jwt.MapClaims{}
	// ruleid: golang-jwt-parse-unverified
	if _, _, err := jwt.NewParser().ParseUnverified(raw, claims); err != nil {
		return "", err
	}
	return claims["sub"].(string), nil
}

func (s *Service) UserFromToken(raw string) *Claims {
	c := &Claims{}
	// ruleid: golang-jwt-parse-unverified
	new(jwtold.Parser).ParseUnverified(raw, c)
	return c
}

func SubjectFixed(raw string) (string, error) {
	claims := jwt.MapClaims{}
	// ok: golang-jwt-parse-unverified
	if _, err := jwt.ParseWithClaims(raw, claims, keyfunc); err != nil {
		return "", err
	}
	return claims["sub"].(string), nil
}

func verifyByIssuer(raw string) (*jwt.Token, error) {
	// ok: golang-jwt-parse-unverified
	peek, _, err := jwt.NewParser().ParseUnverified(raw, jwt.MapClaims{})
	if err != nil {
		return nil, err
	}
	return jwt.Parse(raw, keysOf(peek), jwt.WithValidMethods([]string{"ES256"}))
}

func TestIssued(t *testing.T) {
	// ok: golang-jwt-parse-unverified
	tok, _, _ := jwt.NewParser().ParseUnverified(issue(), jwt.MapClaims{})
	check(t, tok)
}
