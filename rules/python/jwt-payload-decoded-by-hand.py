import base64
import hmac
import json


def current_user(request):
    token = request.headers["Authorization"].split(" ")[1]
    # ruleid: jwt-payload-decoded-by-hand
    payload = json.loads(base64.urlsafe_b64decode(token.split(".")[1] + "=="))
    return load_user(payload["sub"])


def current_user_verified(request):
    token = request.headers["Authorization"].split(" ")[1]
    # ok: jwt-payload-decoded-by-hand
    payload = jwt.decode(token, KEY, algorithms=["RS256"])
    return load_user(payload["sub"])


def in_two_steps(token):
    header, payload, signature = token.split(".")
    # ruleid: jwt-payload-decoded-by-hand
    data = base64.b64decode(payload + "===")
    return json.loads(data)["user_id"]


def by_index(token):
    parts = token.split(".")
    # ruleid: jwt-payload-decoded-by-hand
    return json.loads(base64.urlsafe_b64decode(parts[1]))


def checks_the_signature(token):
    header, payload, signature = token.split(".")
    if not hmac.compare_digest(sign(header, payload), signature):
        raise Forbidden
    # ok: jwt-payload-decoded-by-hand
    return json.loads(base64.urlsafe_b64decode(payload))


def verified_by_key(token):
    header, payload, signature = token.split(".")
    PUBLIC_KEY.verify(signature, header + payload)
    # ok: jwt-payload-decoded-by-hand
    return json.loads(base64.urlsafe_b64decode(payload))


def not_a_token(name):
    # ok: jwt-payload-decoded-by-hand
    return base64.b64decode(name.split("/")[1])
