"""How much waits too long for a second person, for whoever runs Kith: counts alone, whoever they are about."""

import datetime as dt

from kith.apps.access.models import EmergencyLook, Seal
from kith.apps.access.moments import active_seal, day_of
from kith.apps.access.projections import OverdueWork
from kith.apps.access.seconds import confirm_by


def overdue_work(*, now: dt.datetime) -> OverdueWork:
    unreviewed = EmergencyLook.objects.filter(reviewed_at=None)
    unconfirmed = Seal.objects.filter(active_seal(now), confirmed_at=None).values_list("set_at", flat=True)
    return OverdueWork(
        reviews=unreviewed.filter(review_due_on__lt=day_of(now)).count(),
        escalated=unreviewed.filter(escalates_on__lte=day_of(now)).count(),
        seals=sum(confirm_by(set_at) <= now for set_at in unconfirmed),
    )
