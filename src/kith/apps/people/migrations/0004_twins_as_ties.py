"""Who was born together becomes a tie between each two of them."""

from itertools import combinations
from typing import Any

from django.db import migrations
from django.utils import timezone


def groups_to_ties(apps: Any, schema_editor: Any) -> None:
    Person, Tie = apps.get_model("people", "Person"), apps.get_model("people", "Tie")
    for group in apps.get_model("people", "BirthGroup").objects.order_by("pk"):
        kind = "born_identical" if group.identical else "born_together"
        members = Person.objects.filter(birth_group=group).order_by("pk").values_list("pk", flat=True)
        for a, b in combinations(members, 2):
            Tie.objects.create(kind=kind, a_id=a, b_id=b, recorded_at=timezone.now())


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0003_losses'),
    ]

    operations = [
        migrations.RunPython(groups_to_ties, migrations.RunPython.noop),
    ]
