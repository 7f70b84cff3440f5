"""Handing the registries down at start-up."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "kith.project"
    label = "project"

    def ready(self) -> None:
        from kith.apps.access.services import (
            install,
            install_on_destroy,
            install_on_merge,
            install_on_seal,
            install_record_owners,
            install_tells_of,
        )
        from kith.project.registry import ACTIONS, ON_DESTROY, ON_MERGE, ON_SEAL, RECORD_OWNERS, TELLS_OF

        install(ACTIONS)
        install_on_seal(ON_SEAL)
        install_on_merge(ON_MERGE)
        install_on_destroy(ON_DESTROY)
        install_tells_of(TELLS_OF)
        install_record_owners(RECORD_OWNERS)
