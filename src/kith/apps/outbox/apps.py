"""Django's handle on the outbox app."""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "kith.apps.outbox"
    label = "outbox"
    default_auto_field = "django.db.models.BigAutoField"
