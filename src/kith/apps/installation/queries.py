"""What this installation is."""

from django.db.models import QuerySet

from kith.apps.installation.models import Installation
from kith.apps.installation.projections import InstallationFacts
from kith.apps.records.base import prepared, remembered


def installation_facts() -> InstallationFacts:
    return remembered("installation", _stored_facts)


def _stored_facts() -> InstallationFacts:
    for row in _stored():
        return InstallationFacts(row.kind, row.partnership)
    return InstallationFacts()


@prepared
def _stored() -> QuerySet[Installation]:
    return Installation.objects.order_by("pk")[:1]
