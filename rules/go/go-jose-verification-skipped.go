package token

import (
	"github.com/coreos/go-oidc/v3/oidc"
	jose "github.com/go-jose/go-jose/v4/jwt"
	"github.com/lestrrat-go/jwx/v2/jwt"
)

func parse(raw []byte) (jwt.Token, error) {
	// ruleid: go-jose-verification-skipped
	return jwt.Parse(raw, jwt.WithVerify(false))
}

func verifier(p *oidc.Provider) *oidc.IDTokenVerifier {
	// ruleid: go-jose-verification-skipped
	return p.Verifier(&oidc.Config{ClientID: "shop", InsecureSkipSignatureCheck: true})
}

func claims(raw string) (c Claims, err error) {
	tok, err := jose.ParseSigned(raw, algs)
	// ruleid: go-jose-verification-skipped
	err = tok.UnsafeClaimsWithoutVerification(&c)
	return c, err
}

func parseFixed(raw []byte) (jwt.Token, error) {
	// ok: go-jose-verification-skipped
	return jwt.Parse(raw, jwt.WithKeySet(keys))
}

func verifierFixed(p *oidc.Provider) *oidc.IDTokenVerifier {
	// ok: go-jose-verification-skipped
	return p.Verifier(&oidc.Config{ClientID: "shop"})
}

func claimsFixed(raw string) (c Claims, err error) {
	tok, err := jose.ParseSigned(raw, algs)
	var peek Issuer
	// ok: go-jose-verification-skipped
	tok.UnsafeClaimsWithoutVerification(&peek)
	err = tok.Claims(keyFor(peek), &c)
	return c, err
}
