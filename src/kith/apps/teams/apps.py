"""Django's handle on the teams app."""

from django.apps import AppConfig


class TeamsConfig(AppConfig):
    name = "kith.apps.teams"
    label = "teams"
    default_auto_field = "django.db.models.BigAutoField"
