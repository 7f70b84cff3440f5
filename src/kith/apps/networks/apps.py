"""Django's handle on the networks app."""

from django.apps import AppConfig


class NetworksConfig(AppConfig):
    name = "kith.apps.networks"
    label = "networks"
    default_auto_field = "django.db.models.BigAutoField"
