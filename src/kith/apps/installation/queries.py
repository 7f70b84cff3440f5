"""What this installation is."""

from kith.apps.installation.models import Installation
from kith.apps.installation.projections import InstallationFacts
from kith.apps.records.base import remembered


def installation_facts() -> InstallationFacts:
    return remembered("installation", _stored_facts)


def _stored_facts() -> InstallationFacts:
    row = Installation.objects.first()
    return InstallationFacts(row.kind, row.partnership) if row else InstallationFacts()
