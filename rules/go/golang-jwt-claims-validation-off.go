package token

import (
	jwtold "github.com/dgrijalva/jwt-go"
	"github.com/golang-jwt/jwt/v5"
)

func parse(raw string) (*jwt.Token, error) {
	// ruleid: golang-jwt-claims-validation-off
	return jwt.Parse(raw, keyfunc, jwt.WithoutClaimsValidation())
}

func parseOld(raw string) (*jwtold.Token, error) {
	// ruleid: golang-jwt-claims-validation-off
	p := jwtold.Parser{SkipClaimsValidation: true}
	return p.Parse(raw, keyfunc)
}

func parseFixed(raw string) (*jwt.Token, error) {
	// ok: golang-jwt-claims-validation-off
	return jwt.Parse(raw, keyfunc, jwt.WithValidMethods([]string{"RS256"}), jwt.WithExpirationRequired())
}

func parseOldFixed(raw string) (*jwtold.Token, error) {
	// ok: golang-jwt-claims-validation-off
	p := jwtold.Parser{ValidMethods: []string{"HS256"}}
	return p.Parse(raw, keyfunc)
}

func parseProof(raw string) error {
	c := &Proof{}
	// ok: golang-jwt-claims-validation-off
	_, err := jwt.ParseWithClaims(raw, c, keyfunc, jwt.WithoutClaimsValidation())
	if err != nil || time.Since(c.IssuedAt.Time) > window {
		return errProof
	}
	return nil
}

func refreshSession(raw string) (*jwt.Token, error) {
	// ok: golang-jwt-claims-validation-off
	return jwt.Parse(raw, keyfunc, jwt.WithoutClaimsValidation())
}
