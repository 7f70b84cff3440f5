"""Django's handle on the ownpages app."""

from django.apps import AppConfig


class OwnPagesConfig(AppConfig):
    name = "kith.apps.ownpages"
    label = "ownpages"
    default_auto_field = "django.db.models.BigAutoField"
