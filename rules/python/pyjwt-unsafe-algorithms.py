import jwt


def read_token(token):
    header = jwt.get_unverified_header(token)
    # ruleid: pyjwt-unsafe-algorithms
    return jwt.decode(token, PUBLIC_KEY, algorithms=[header["alg"]])


def read_token_safely(token):
    # ok: pyjwt-unsafe-algorithms
    return jwt.decode(token, PUBLIC_KEY, algorithms=["RS256"])


def none_allowed(token):
    # ruleid: pyjwt-unsafe-algorithms
    return jwt.decode(token, SECRET, algorithms=["HS256", "none"])


def none_alone(token):
    # ruleid: pyjwt-unsafe-algorithms
    return jwt.decode(token, "", algorithms="None")


def inline_header(token):
    # ruleid: pyjwt-unsafe-algorithms
    return jwt.decode(token, KEY, algorithms=[jwt.get_unverified_header(token)["alg"]])


def via_variable(token):
    alg = jwt.get_unverified_header(token).get("alg")
    # ruleid: pyjwt-unsafe-algorithms
    return jwt.decode(token, KEY, algorithms=[alg], audience="api")


def header_for_the_key_only(token):
    header = jwt.get_unverified_header(token)
    # ok: pyjwt-unsafe-algorithms
    return jwt.decode(token, KEYS[header["kid"]], algorithms=["RS256", "ES256"])


def from_settings(token):
    # ok: pyjwt-unsafe-algorithms
    return jwt.decode(token, KEY, algorithms=[settings.ALGORITHM])
