import os


class IsOwner(BasePermission):
    def has_object_permission(self, request, view, obj):
        # ruleid: guard-open-in-debug
        if settings.DEBUG:
            return True
        return obj.owner_id == request.user.pk


class IsOwnerEverywhere(BasePermission):
    # ok: guard-open-in-debug
    def has_object_permission(self, request, view, obj):
        return obj.owner_id == request.user.pk


def get_current_user(token):
    # ruleid: guard-open-in-debug
    if settings.DISABLE_AUTH:
        return User(id=1, role="admin")
    return decode(token)


def is_allowed(user):
    # ruleid: guard-open-in-debug
    return settings.DEBUG or user.is_staff


def is_admin(user):
    # ruleid: guard-open-in-debug
    return user.is_staff or app.debug


def toolbar_shown(request):
    # ok: guard-open-in-debug
    if settings.DEBUG:
        return True
    return False


def check_permission(user):
    # ok: guard-open-in-debug
    if settings.DEBUG:
        log.debug("checking %s", user)
    return user.is_staff
