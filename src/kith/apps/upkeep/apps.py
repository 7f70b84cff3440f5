"""Django's handle on the upkeep app."""

from django.apps import AppConfig


class UpkeepConfig(AppConfig):
    name = "kith.apps.upkeep"
    label = "upkeep"
    default_auto_field = "django.db.models.BigAutoField"
