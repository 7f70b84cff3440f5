"""Django's handle on the agencies app."""

from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    name = "kith.apps.agencies"
    label = "agencies"
    default_auto_field = "django.db.models.BigAutoField"
