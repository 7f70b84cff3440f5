"""Reads of the outbox."""

from django.conf import settings


def is_mail_set_up() -> bool:
    return bool(settings.DEFAULT_FROM_EMAIL)
