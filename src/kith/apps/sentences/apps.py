"""Django's handle on the sentences app."""

from django.apps import AppConfig


class SentencesConfig(AppConfig):
    name = "kith.apps.sentences"
    label = "sentences"
    default_auto_field = "django.db.models.BigAutoField"
