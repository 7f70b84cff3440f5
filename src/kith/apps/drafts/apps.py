"""Django's handle on the drafts app."""

from django.apps import AppConfig


class DraftsConfig(AppConfig):
    name = "kith.apps.drafts"
    label = "drafts"
    default_auto_field = "django.db.models.BigAutoField"
