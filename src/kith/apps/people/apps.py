"""Django's handle on the people app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "kith.apps.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"
