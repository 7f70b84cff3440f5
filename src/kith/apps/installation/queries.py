"""What this installation is."""

from kith.apps.installation.models import Installation
from kith.apps.installation.projections import InstallationFacts


def installation_facts() -> InstallationFacts:
    row = Installation.objects.first()
    return InstallationFacts(row.kind, row.partnership) if row else InstallationFacts()
