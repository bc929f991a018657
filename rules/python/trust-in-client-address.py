from flask import abort, request


@app.post("/internal/reindex")
def reindex():
    # ruleid: trust-in-client-address
    if request.headers.get("X-Forwarded-For") != "127.0.0.1":
        abort(403)
    start_reindex()
    return ""


@app.post("/jobs/reindex")
@login_required
def guarded_reindex():
    # ok: trust-in-client-address
    if not current_user.is_admin:
        abort(403)
    start_reindex()
    return ""


def remote():
    # ruleid: trust-in-client-address
    return request.remote_addr in ("127.0.0.1", "::1")


def django_view(request):
    ip = request.META.get("REMOTE_ADDR")
    # ruleid: trust-in-client-address
    if ip.startswith("10."):
        return secrets()


def host(request):
    # ruleid: trust-in-client-address
    if request.get_host() == "admin.internal":
        return secrets()


def logged():
    # ok: trust-in-client-address
    log.info("from %s", request.remote_addr)


def rate_limit():
    # ok: trust-in-client-address
    return limiter.hit(request.remote_addr)


def banned():
    # ok: trust-in-client-address
    return request.remote_addr in banned_addresses
