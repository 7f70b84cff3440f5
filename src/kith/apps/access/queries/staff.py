"""The staff list, for what Kith compares by itself. No page shows it to anybody."""

from kith.apps.access.models import StaffEntry
from kith.apps.access.projections import StaffFacts
from kith.apps.access.staff import opened_entry


def staff_on_list() -> list[StaffFacts]:
    rows = StaffEntry.objects.filter(user__is_active=True).select_related("user").order_by("pk")
    return [
        opened_entry(row.sealed, user_id=row.user_id, user_ref=row.user.ref, family=row.user.family) for row in rows
    ]
