"""Handing the registries down at start-up."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "kith.project"
    label = "project"

    def ready(self) -> None:
        from kith.apps.access.services import install, install_on_merge, install_on_seal, install_record_owners
        from kith.project.registry import ACTIONS, ON_MERGE, ON_SEAL, RECORD_OWNERS

        install(ACTIONS)
        install_on_seal(ON_SEAL)
        install_on_merge(ON_MERGE)
        install_record_owners(RECORD_OWNERS)
