"""Who a session belongs to: asked with every request, so in prepared words."""

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import QuerySet

from kith.apps.agencies.models import User
from kith.apps.records.base import prepared


@prepared
def _users_with(*, key: int) -> QuerySet[User]:
    return User.objects.filter(pk=key).select_related("organisation")


class Backend(AuthenticationBackend):
    """Passwords and passkeys as allauth checks them; the user comes with their agency."""

    def get_user(self, user_id: int) -> User | None:
        user = next(iter(_users_with(key=user_id)), None)
        return user if user and self.user_can_authenticate(user) else None
