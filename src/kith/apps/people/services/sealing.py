"""What a seal changes here: the words under which people are found, and the order in which they stand."""

import datetime as dt
from collections.abc import Sequence

from kith.apps.access.queries import near
from kith.apps.access.services import SealedScope
from kith.apps.people.models import Person
from kith.apps.people.record_owners import subjects_of_record
from kith.apps.people.services.rows import reindex


def on_seal_change(scopes: Sequence[SealedScope], *, now: dt.datetime) -> None:
    """Inside the deed: what was sealed finds nobody any more, for anybody; what was opened is found again.

    Everybody near is looked at anew, because what is sealed of one may have been told of another as well.
    """
    records = [scope for scope in scopes if scope.record_ref]
    refs = {scope.subject_ref for scope in records}
    for scope in records:
        refs |= subjects_of_record(scope.record_kind, scope.record_ref)
    subject_ids = list(Person.objects.filter(subject__ref__in=refs).values_list("subject_id", flat=True))
    if subject_ids:
        people = Person.objects.filter(near(subject_ids, "subject_id")).select_related("subject").order_by("pk")
        reindex(list(people), now=now)
