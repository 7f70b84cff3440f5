"""Django's handle on the installation app."""

from django.apps import AppConfig


class InstallationConfig(AppConfig):
    name = "kith.apps.installation"
    label = "installation"
    default_auto_field = "django.db.models.BigAutoField"
