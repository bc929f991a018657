package token

import (
	"encoding/base64"
	"encoding/json"
	"strings"
)

func subject(raw string) string {
	parts := strings.Split(raw, ".")
	// ruleid: go-jwt-payload-decoded-by-hand
	b, _ := base64.RawURLEncoding.DecodeString(parts[1])
	var c map[string]any
	json.Unmarshal(b, &c)
	return c["sub"].(string)
}

func (s *S) user(r *http.Request) (*User, error) {
	segs := strings.Split(r.Header.Get("X-Token"), ".")
	if len(segs) != 3 {
		return nil, errToken
	}
	// ruleid: go-jwt-payload-decoded-by-hand
	b, err := jwt.DecodeSegment(segs[1])
	if err != nil {
		return nil, err
	}
	return s.fromJSON(b)
}

func subjectFixed(raw string) (string, error) {
	parts := strings.Split(raw, ".")
	if !hmac.Equal(sign(parts[0]+"."+parts[1]), sig(parts[2])) {
		return "", errToken
	}
	// ok: go-jwt-payload-decoded-by-hand
	b, err := base64.RawURLEncoding.DecodeString(parts[1])
	return string(b), err
}

func extension(name string) string {
	parts := strings.Split(name, ".")
	// ok: go-jwt-payload-decoded-by-hand
	return strings.ToLower(parts[1])
}

func userFixed(raw string) (*Claims, error) {
	c := &Claims{}
	// ok: go-jwt-payload-decoded-by-hand
	_, err := jwt.ParseWithClaims(raw, c, keyfunc)
	return c, err
}
