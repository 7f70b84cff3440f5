from typing import Any

import django.db.models.deletion
from django.db import migrations, models


def name_agencies(apps: Any, schema_editor: Any) -> None:
    """What was sent before is answered by the agency whose worker made the page: few rows, each known by its link."""
    using = schema_editor.connection.alias
    sent = apps.get_model('occasions', 'Representation').objects.using(using)
    links = apps.get_model('access', 'ShareLink').objects.using(using).filter(ref=models.OuterRef('link_ref'))
    sent.update(agency_id=models.Subquery(links.values('published_by__organisation_id')[:1]))


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0008_yes_and_no'),
        ('agencies', '0002_first_codes'),
        ('occasions', '0003_workers_in_the_ledger'),
    ]

    operations = [
        migrations.AddField(
            model_name='representation',
            name='agency',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.organisation'),
        ),
        migrations.RunPython(name_agencies, migrations.RunPython.noop),
    ]
