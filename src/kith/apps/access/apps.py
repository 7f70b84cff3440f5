"""Django's handle on the access app."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "kith.apps.access"
    label = "access"
    default_auto_field = "django.db.models.BigAutoField"
