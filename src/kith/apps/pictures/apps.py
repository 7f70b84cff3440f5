"""Django's handle on the pictures app."""

from django.apps import AppConfig


class PicturesConfig(AppConfig):
    name = "kith.apps.pictures"
    label = "pictures"
    default_auto_field = "django.db.models.BigAutoField"
