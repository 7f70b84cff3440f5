"""A browser in which a worker of an invented partnership is signed in, without the sign-in itself."""

from django.contrib.auth import get_user_model
from django.test import Client

from kith.testing.factories import email_of


def signed_in(who: str = "ana") -> Client:
    client = Client()
    client.force_login(get_user_model().objects.get(email=email_of(who)))
    return client
