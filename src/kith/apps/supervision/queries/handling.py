"""How requests were handled and meetings were led, as totals; and which counts are too small to be shown."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence

from kith.apps.access.queries import day_of
from kith.apps.supervision.models import AtNetworkMeeting, NetworkMeeting, Observed, Request
from kith.apps.supervision.projections import Figure, Handled
from kith.apps.supervision.queries.observing import agencies_leading
from kith.apps.supervision.rules import consent_is_written, triage_day
from kith.apps.supervision.vocabulary import PROCEED, YES, points, supervision_data

SMALLEST_SHOWN = 10


def handled(rows: Sequence[Request], since: dt.date, until: dt.date) -> Handled:
    """Of the requests of a window; network meetings are those of its days.

    What was seen waits for enough meetings: a nought beside one that was watched would tell of it alone.
    """
    decided = [row for row in rows if row.decided_at]
    ahead = [row for row in rows if row.outcome == PROCEED]
    led = agencies_leading(ahead)
    fewest = int(supervision_data()["fewest_answers"])
    seen = list(Observed.objects.filter(observation__request__in=rows).values_list("observation_id", "point", "seen"))
    observed = len({key for key, _, _ in seen})
    whole = Counter(point for _, point, said in seen if said == YES)
    met = NetworkMeeting.objects.filter(on_day__gte=since, on_day__lt=until)
    return Handled(
        triaged=len(decided),
        in_time=sum(_days(row) <= int(supervision_data()["triage_days"]) for row in decided),
        consent_is_written=sum(map(consent_is_written, rows)),
        went_ahead=len(ahead),
        independent=sum(len(led[row.pk]) == 2 for row in ahead),
        two_agencies=sum(len(set(led[row.pk])) == 2 for row in ahead),
        observed=observed,
        seen=suppressed({says: whole[key] for key, says in points().items()}) if observed >= fewest else (),
        observed_from=fewest,
        network_meetings=met.count(),
        came_to_network=AtNetworkMeeting.objects.filter(meeting__in=met).count(),
    )


def _days(row: Request) -> int:
    return triage_day(day_of(row.asked_at), day_of(row.decided_at or row.asked_at))


def suppressed(counts: Mapping[str, int]) -> tuple[Figure, ...]:
    """Counts of 1 to 9 are not shown, nor is one of those beside them by which a single one could be worked out.

    >>> [(one.says, one.shown) for one in suppressed({"North": 12, "South": 15, "West": 3})]
    [('North', 'not shown'), ('South', '15'), ('West', 'not shown')]
    """
    hidden = {says for says, count in counts.items() if 0 < count < SMALLEST_SHOWN}
    left = sorted((count, says) for says, count in counts.items() if says not in hidden and count)
    if len(hidden) == 1 and left:
        hidden.add(left[0][1])
    return tuple(Figure(says, None if says in hidden else counts[says]) for says in sorted(counts))
