"""The heads of chains, signed for a second agency to keep."""

import datetime as dt
from collections.abc import Collection

from kith.apps.audit.heads import Head, own_key, signed
from kith.apps.audit.models import Chain
from kith.kernel.errors import KithError


class NoSuchChain(KithError):
    """There is no chain of that name."""


def signed_heads(chains: Collection[str] = (), *, now: dt.datetime) -> tuple[Head, ...]:
    """Where each of these chains ends now, or every chain where none is named."""
    rows = {row.name: row for row in Chain.objects.filter(sequence__gt=0).order_by("name")}
    unknown = sorted(set(chains) - rows.keys())
    if unknown:
        known = ", ".join(rows) or "none yet"
        raise NoSuchChain(f"There is no chain {unknown[0]} with rows in it. The chains are: {known}.")
    kept = (row for name, row in rows.items() if not chains or name in chains)
    return tuple(signed(chain=row.name, sequence=row.sequence, hash=row.head, now=now) for row in kept)


def head_key() -> str:
    """The public key under which this installation signs heads."""
    return own_key()
