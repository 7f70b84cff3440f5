"""Surnames to compare with, for whoever looks at the looking: none is shown, and none that is sealed is given."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection

from kith.apps.access.queries import Unsealed
from kith.apps.people.models import PersonName
from kith.apps.people.sight import Sight
from kith.kernel.text import folded

AT_ONCE = 500


def surnames_of(person_refs: Collection[str], *, now: dt.datetime) -> dict[str, set[str]]:
    """Folded surnames by ref, without those that any seal covers."""
    found: dict[str, set[str]] = defaultdict(set)
    refs, sight = sorted(person_refs), Sight(Unsealed(now=now), ())
    for start in range(0, len(refs), AT_ONCE):
        some = refs[start : start + AT_ONCE]
        names = sight.rows(PersonName, person__subject__ref__in=some, withdrawn_at=None).exclude(family="")
        for ref, family in names.values_list("person__subject__ref", "family"):
            found[ref].add(folded(family))
    return found
