"""Django's handle on the chronologies app."""

from django.apps import AppConfig


class ChronologiesConfig(AppConfig):
    name = "kith.apps.chronologies"
    label = "chronologies"
    default_auto_field = "django.db.models.BigAutoField"
