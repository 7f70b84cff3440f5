"""Django's handle on the audit app."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "kith.apps.audit"
    label = "audit"
    default_auto_field = "django.db.models.BigAutoField"
