from jose import jws, jwt
from jose import jwt as jose_jwt


def current_user(token: str):
    # ruleid: python-jose-verification-off
    claims = jwt.get_unverified_claims(token)
    return load_user(claims["sub"])


def current_user_verified(token: str):
    # ok: python-jose-verification-off
    claims = jwt.decode(token, SECRET, algorithms=["HS256"], audience="api")
    return load_user(claims["sub"])


def switched_off(token):
    # ruleid: python-jose-verification-off
    return jwt.decode(token, SECRET, algorithms=["HS256"], options={"verify_signature": False})


def alias(token):
    # ruleid: python-jose-verification-off
    return jose_jwt.decode(token, "", options={"verify_signature": False, "verify_aud": False})


def signature_object(token):
    # ruleid: python-jose-verification-off
    return jws.verify(token, SECRET, algorithms=["HS256"], verify=False)


def options_in_a_variable(token):
    options = {"verify_signature": False}
    # ruleid: python-jose-verification-off
    return jwt.decode(token, SECRET, options=options)


def peek_then_verify(token):
    # ok: python-jose-verification-off
    issuer = jwt.get_unverified_claims(token)["iss"]
    return jwt.decode(token, KEYS[issuer], algorithms=["RS256"])


def header_only(token):
    # ok: python-jose-verification-off
    header = jwt.get_unverified_header(token)
    return jwt.decode(token, KEYS[header["kid"]], algorithms=["RS256"])


def no_audience(token):
    # ok: python-jose-verification-off
    return jwt.decode(token, SECRET, algorithms=["HS256"], options={"verify_aud": False})
