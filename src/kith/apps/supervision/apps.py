"""Django's handle on the supervision app."""

from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    name = "kith.apps.supervision"
    label = "supervision"
    default_auto_field = "django.db.models.BigAutoField"
