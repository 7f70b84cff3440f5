"""Who a session belongs to: asked with every request, so in prepared words."""

from allauth.account.auth_backends import AuthenticationBackend

from kith.apps.agencies.models import User
from kith.apps.agencies.queries import users_with


class Backend(AuthenticationBackend):
    """Passwords and passkeys as allauth checks them; the user comes with their agency."""

    def get_user(self, user_id: int) -> User | None:
        user = next(iter(users_with(keys=[user_id])), None)
        return user if user and self.user_can_authenticate(user) else None
