import jwt


def read_token(token):
    # ruleid: pyjwt-algorithms-missing
    return jwt.decode(token, SECRET)


def read_token_safely(token):
    # ok: pyjwt-algorithms-missing
    return jwt.decode(token, SECRET, algorithms=["HS256"])


def keyword(token):
    # ruleid: pyjwt-algorithms-missing
    return jwt.decode(token, key=SECRET)


def with_audience(token):
    # ruleid: pyjwt-algorithms-missing
    return jwt.decode(token, SECRET, audience="api")


def positional(token):
    # ok: pyjwt-algorithms-missing
    return jwt.decode(token, SECRET, ["HS256"])
