"""Django's handle on the files app."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "kith.apps.files"
    label = "files"
    default_auto_field = "django.db.models.BigAutoField"
