"""Django's handle on the pseudonyms app."""

from django.apps import AppConfig


class PseudonymsConfig(AppConfig):
    name = "kith.apps.pseudonyms"
    label = "pseudonyms"
    default_auto_field = "django.db.models.BigAutoField"
