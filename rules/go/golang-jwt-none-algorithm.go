package token

import "github.com/golang-jwt/jwt/v4"

func keyfunc(t *jwt.Token) (interface{}, error) {
	// ruleid: golang-jwt-none-algorithm
	return jwt.UnsafeAllowNoneSignatureType, nil
}

func issue(c jwt.Claims) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodNone, c)
	// ruleid: golang-jwt-none-algorithm
	return t.SignedString(jwt.UnsafeAllowNoneSignatureType)
}

func keyfuncFixed(t *jwt.Token) (interface{}, error) {
	// ok: golang-jwt-none-algorithm
	return publicKey, nil
}

func issueFixed(c jwt.Claims) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodRS256, c)
	// ok: golang-jwt-none-algorithm
	return t.SignedString(privateKey)
}

func reject(t *jwt.Token) error {
	// ok: golang-jwt-none-algorithm
	if t.Method == jwt.SigningMethodNone {
		return errUnsigned
	}
	return nil
}
