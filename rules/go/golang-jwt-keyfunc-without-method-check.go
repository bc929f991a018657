package token

import "github.com/golang-jwt/jwt/v5"

func parse(raw string) (*jwt.Token, error) {
	// ruleid: golang-jwt-keyfunc-without-method-check
	return jwt.Parse(raw, func(t *jwt.Token) (interface{}, error) {
		return secret, nil
	})
}

func parseClaims(raw string) (*jwt.Token, error) {
	// ruleid: golang-jwt-keyfunc-without-method-check
	tok, err := jwt.ParseWithClaims(raw, &Claims{}, func(t *jwt.Token) (any, error) {
		return []byte(cfg.Secret), nil
	})
	return tok, err
}

func parseFixed(raw string) (*jwt.Token, error) {
	// ok: golang-jwt-keyfunc-without-method-check
	return jwt.Parse(raw, func(t *jwt.Token) (interface{}, error) {
		return secret, nil
	}, jwt.WithValidMethods([]string{"HS256"}))
}

func parseClaimsFixed(raw string) (*jwt.Token, error) {
	// ok: golang-jwt-keyfunc-without-method-check
	tok, err := jwt.ParseWithClaims(raw, &Claims{}, func(t *jwt.Token) (any, error) {
		if _, ok := t.Method.(*jwt.SigningMethodHMAC); !ok {
			return nil, errMethod
		}
		return []byte(cfg.Secret), nil
	})
	return tok, err
}

func parseByHeader(raw string) (*jwt.Token, error) {
	// ok: golang-jwt-keyfunc-without-method-check
	return jwt.Parse(raw, func(t *jwt.Token) (interface{}, error) {
		if t.Header["alg"] != "RS256" {
			return nil, errMethod
		}
		return publicKey, nil
	})
}
