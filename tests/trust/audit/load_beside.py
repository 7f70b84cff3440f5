"""A program that loads families into the database of a running test, as another process would."""

import os
import sys

os.environ["DJANGO_SETTINGS_MODULE"] = "kith.project.settings_for_tests"

import django

django.setup()

from django.db import connection  # noqa: E402

from kith.apps.people.services import load_families  # noqa: E402
from kith.testing.factories import NOW, OPERATOR, child, family, person  # noqa: E402

SIZE = 10


def main() -> int:
    path, people = sys.argv[1], int(sys.argv[2])
    connection.settings_dict["NAME"] = path
    families = (
        family(child(f"c{n}", "Robin Loaded"), *(person(f"p{n}-{m}", "Kim Loaded") for m in range(1, SIZE)))
        for n in range(people // SIZE)
    )
    for _ in load_families(families, by=OPERATOR, now=NOW):
        pass
    return 0


if __name__ == "__main__":
    sys.exit(main())
