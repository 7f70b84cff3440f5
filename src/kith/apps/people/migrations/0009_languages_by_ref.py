import kith.apps.records.base
from django.db import migrations, models


class Migration(migrations.Migration):
    """In a step of its own: PostgreSQL changes no table in which rows were written a moment ago."""

    dependencies = [
        ('people', '0008_languages_get_refs'),
    ]

    operations = [
        migrations.AlterField(
            model_name='language',
            name='ref',
            field=models.CharField(default=kith.apps.records.base.next_ref, editable=False, max_length=26, unique=True),
        ),
    ]
