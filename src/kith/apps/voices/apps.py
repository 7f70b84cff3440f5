"""Django's handle on the voices app."""

from django.apps import AppConfig


class VoicesConfig(AppConfig):
    name = "kith.apps.voices"
    label = "voices"
    default_auto_field = "django.db.models.BigAutoField"
