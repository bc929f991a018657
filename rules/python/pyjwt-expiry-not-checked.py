import jwt


def session_user(token):
    # ruleid: pyjwt-expiry-not-checked
    claims = jwt.decode(token, SECRET, algorithms=["HS256"], options={"verify_exp": False})
    return claims["sub"]


def session_user_checked(token):
    # ok: pyjwt-expiry-not-checked
    claims = jwt.decode(token, SECRET, algorithms=["HS256"], leeway=30)
    return claims["sub"]


def with_dict(token):
    # ruleid: pyjwt-expiry-not-checked
    return jwt.decode(token, SECRET, algorithms=["HS256"], options=dict(verify_exp=False))


def expiry_checked_by_hand(token):
    # ok: pyjwt-expiry-not-checked
    claims = jwt.decode(token, SECRET, algorithms=["HS256"], options={"verify_exp": False})
    if claims["exp"] < now():
        raise Expired
    return claims
