from authlib.jose import JsonWebToken, jwt


def session_user(token):
    # ruleid: authlib-claims-not-validated
    claims = jwt.decode(token, KEY)
    return claims["sub"]


def session_user_checked(token):
    # ok: authlib-claims-not-validated
    claims = jwt.decode(token, KEY)
    claims.validate()
    return claims["sub"]


def own_instance(token):
    decoder = JsonWebToken(["RS256"])
    # ruleid: authlib-claims-not-validated
    claims = decoder.decode(token, KEY)
    return claims


def validated_in_a_branch(token):
    # ok: authlib-claims-not-validated
    claims = jwt.decode(token, KEY, claims_options=OPTIONS)
    try:
        claims.validate(leeway=30)
    except ExpiredTokenError:
        return None
    return claims


def own_instance_checked(token):
    decoder = JsonWebToken(["RS256"])
    # ok: authlib-claims-not-validated
    claims = decoder.decode(token, KEY)
    claims.validate()
    return claims
