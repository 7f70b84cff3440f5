"""Django's handle on the occasions app."""

from django.apps import AppConfig


class OccasionsConfig(AppConfig):
    name = "kith.apps.occasions"
    label = "occasions"
    default_auto_field = "django.db.models.BigAutoField"
