import jwt
from jwt import PyJWKClient


def current_user(request):
    token = request.headers["Authorization"].removeprefix("Bearer ")
    # ruleid: pyjwt-verification-off
    claims = jwt.decode(token, options={"verify_signature": False})
    return User.objects.get(pk=claims["sub"])


def current_user_verified(request):
    token = request.headers["Authorization"].removeprefix("Bearer ")
    # ok: pyjwt-verification-off
    claims = jwt.decode(token, SECRET, algorithms=["HS256"])
    return User.objects.get(pk=claims["sub"])


def old_api(token):
    # ruleid: pyjwt-verification-off
    return jwt.decode(token, verify=False)


def old_api_positional(token):
    # ruleid: pyjwt-verification-off
    return jwt.decode(token, SECRET, False)


def key_and_algorithms_do_not_help(token):
    # ruleid: pyjwt-verification-off
    return jwt.decode(token, SECRET, algorithms=["HS256"], options={"verify_signature": False, "verify_exp": True})


def positional_options(token):
    # ruleid: pyjwt-verification-off
    return jwt.decode(token, SECRET, ["HS256"], {"verify_signature": False})


def options_in_a_variable(token):
    options = {"verify_exp": False, "verify_signature": False}
    # ruleid: pyjwt-verification-off
    return jwt.decode(token, SECRET, algorithms=["HS256"], options=options)


def options_from_dict(token):
    # ruleid: pyjwt-verification-off
    return jwt.decode(token, SECRET, options=dict(verify_signature=False))


def options_set_later(token):
    options = {}
    options["verify_signature"] = False
    # ruleid: pyjwt-verification-off
    return jwt.decode(token, SECRET, algorithms=["HS256"], options=options)


def complete(token):
    # ruleid: pyjwt-verification-off
    return jwt.decode_complete(token, options={"verify_signature": False})["payload"]


UNVERIFIED = {"verify_signature": False}


def module_constant(token):
    # ruleid: pyjwt-verification-off
    return jwt.decode(token, options=UNVERIFIED)


def one_line(token): 
    # ruleid: pyjwt-verification-off
    return jwt.PyJWT().decode(token, options={"verify_signature": False})


def peek_then_verify(token, keys):
    # ok: pyjwt-verification-off
    issuer = jwt.decode(token, options={"verify_signature": False})["iss"]
    # ok: pyjwt-verification-off
    return jwt.decode(token, keys[issuer], algorithms=["RS256"], issuer=issuer)


def two_times_unverified(token, key):
    # ruleid: pyjwt-verification-off
    issuer = jwt.decode(token, options={"verify_signature": False})["iss"]
    log(issuer)
    # ruleid: pyjwt-verification-off
    return jwt.decode(token, key, algorithms=["RS256"], options={"verify_signature": False})


def key_by_header(token):
    # ok: pyjwt-verification-off
    kid = jwt.get_unverified_header(token)["kid"]
    # ok: pyjwt-verification-off
    return jwt.decode(token, KEYS[kid], algorithms=["RS256"])


def key_client(token):
    # ok: pyjwt-verification-off
    return jwt.decode(token, PyJWKClient(URL).get_signing_key_from_jwt(token).key, algorithms=["RS256"])


def explicit_on(token):
    # ok: pyjwt-verification-off
    return jwt.decode(token, SECRET, algorithms=["HS256"], options={"verify_signature": True})


def no_audience(token):
    # ok: pyjwt-verification-off
    return jwt.decode(token, SECRET, algorithms=["HS256"], options={"verify_aud": False})
