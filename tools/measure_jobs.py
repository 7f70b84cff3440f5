"""One county's part of `make bench-town`: how long the nightly jobs take that read everybody on record.

Every worker of the county is put on a staff list, each at the postcode of somebody on record, so that the search finds
people to compare everywhere.
"""

import datetime as dt
import json
import os
import sys
import time
from itertools import cycle

import django
from django.utils import timezone

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.project.settings")
django.setup()

from kith.apps.access.projections import StaffLine  # noqa: E402 the platform has to be started first
from kith.apps.access.queries import day_of  # noqa: E402
from kith.apps.access.services import load_staff  # noqa: E402
from kith.apps.agencies.models import User  # noqa: E402
from kith.apps.agencies.queries import actor_for  # noqa: E402
from kith.apps.people.models import Address  # noqa: E402
from kith.jobs.table import TABLE  # noqa: E402

MEASURED = ("conflicts", "together", "lists")
FIRST_BORN, POSTCODES = dt.date(1960, 1, 1), 1_000


def main() -> int:
    now = timezone.now()
    on_list = put_everybody_on_the_staff_list(now)
    found = {name: seconds_of(name, now) for name in MEASURED}
    json.dump({"staff": on_list, "seconds": found}, sys.stdout)
    return 0


def put_everybody_on_the_staff_list(now: dt.datetime) -> int:
    administrator = User.objects.filter(role="administrator", is_active=True).earliest("pk")
    codes = cycle(Address.objects.exclude(postcode="").values_list("postcode", flat=True)[:POSTCODES])
    workers = User.objects.filter(is_active=True).order_by("pk").values_list("email", flat=True)
    lines = [
        StaffLine(email=email, born=FIRST_BORN + dt.timedelta(days=number), lines="9999 Bench Lane", postcode=code)
        for number, (email, code) in enumerate(zip(workers, codes, strict=False))
    ]
    return load_staff(by=actor_for(administrator, on=day_of(now)), lines=lines, now=now)


def seconds_of(name: str, now: dt.datetime) -> float:
    began = time.monotonic()
    TABLE[name](now)
    return time.monotonic() - began


if __name__ == "__main__":
    sys.exit(main())
