"""Founding an installation, once."""

import datetime as dt

from kith.apps.audit.projections import Doer
from kith.apps.audit.services import load
from kith.apps.installation import events
from kith.apps.installation.models import Installation
from kith.kernel.errors import KithError


class AlreadyFounded(KithError):
    """Demonstration data never mix with live data, so an installation is founded once."""


def found(*, by: Doer, kind: str, partnership: str, seed: str, now: dt.datetime) -> None:
    if Installation.objects.exists():
        raise AlreadyFounded("This database is already in use. A demonstration is made only in an empty one.")
    with load(events.FOUNDED, by=by, now=now, payload={"kind": kind}):
        Installation(id=1, kind=kind, partnership=partnership, seed=seed, made_at=now).save(force_insert=True)
