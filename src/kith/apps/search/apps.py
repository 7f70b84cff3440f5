"""Django's handle on the search app."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "kith.apps.search"
    label = "search"
    default_auto_field = "django.db.models.BigAutoField"
