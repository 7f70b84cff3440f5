"""Django's handle on the cases app."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "kith.apps.cases"
    label = "cases"
    default_auto_field = "django.db.models.BigAutoField"
