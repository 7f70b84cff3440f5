"""Django's handle on the helplines app."""

from django.apps import AppConfig


class HelplinesConfig(AppConfig):
    name = "kith.apps.helplines"
    label = "helplines"
    default_auto_field = "django.db.models.BigAutoField"
