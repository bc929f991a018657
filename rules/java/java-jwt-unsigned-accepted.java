package shop;

import io.jsonwebtoken.Jwts;

class Tokens {
    Claims read(String raw) {
        // ruleid: java-jwt-unsigned-accepted
        return Jwts.parserBuilder().build().parseClaimsJwt(raw).getBody();
    }

    Claims readNew(String raw) {
        // ruleid: java-jwt-unsigned-accepted
        return Jwts.parser().unsecured().build().parse(raw).getPayload();
    }

    JWTVerifier verifier() {
        // ruleid: java-jwt-unsigned-accepted
        return JWT.require(Algorithm.none()).build();
    }

    JwtConsumer consumer() {
        // ruleid: java-jwt-unsigned-accepted
        return new JwtConsumerBuilder().setSkipSignatureVerification().build();
    }

    Claims readFixed(String raw) {
        // ok: java-jwt-unsigned-accepted
        return Jwts.parserBuilder().setSigningKey(key).build().parseClaimsJws(raw).getBody();
    }

    Claims readNewFixed(String raw) {
        // ok: java-jwt-unsigned-accepted
        return Jwts.parser().verifyWith(key).build().parseSignedClaims(raw).getPayload();
    }

    JWTVerifier verifierFixed() {
        // ok: java-jwt-unsigned-accepted
        return JWT.require(Algorithm.HMAC256(secret)).withIssuer("shop").build();
    }

    // two passes: the first finds the issuer, the second verifies
    JwtClaims consumeFixed(String raw) {
        // ok: java-jwt-unsigned-accepted
        JwtConsumer first = new JwtConsumerBuilder().setSkipAllValidators().setSkipSignatureVerification().build();
        String issuer = issuerOf(first, raw);
        JwtConsumer second = new JwtConsumerBuilder().setVerificationKey(keyFor(issuer)).build();
        return second.processToClaims(raw);
    }
}
