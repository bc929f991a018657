package shop;

import com.auth0.jwt.JWT;

class Tokens {
    String userOf(String token) {
        // ruleid: java-jwt-decode-as-identity
        return JWT.decode(token).getClaim("userId").asString();
    }

    User current(HttpServletRequest request) throws Exception {
        // ruleid: java-jwt-decode-as-identity
        SignedJWT jwt = SignedJWT.parse(request.getHeader("Authorization"));
        return users.byName(jwt.getJWTClaimsSet().getSubject());
    }

    String userOfFixed(String token) {
        // ok: java-jwt-decode-as-identity
        return JWT.require(algorithm).build().verify(token).getSubject();
    }

    User currentFixed(HttpServletRequest request) throws Exception {
        // ok: java-jwt-decode-as-identity
        SignedJWT jwt = SignedJWT.parse(request.getHeader("Authorization"));
        if (!jwt.verify(verifier)) {
            throw new AccessDeniedException("token");
        }
        return users.byName(jwt.getJWTClaimsSet().getSubject());
    }

    boolean looksLikeToken(String raw) {
        // ok: java-jwt-decode-as-identity
        return JWT.decode(raw) != null;
    }
}
