"""Handing the registries down at start-up."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "kith.project"
    label = "project"

    def ready(self) -> None:
        from kith.apps.access.services import install
        from kith.project.registry import ACTIONS

        install(ACTIONS)
