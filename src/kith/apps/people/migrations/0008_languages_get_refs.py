from typing import Any

from django.db import migrations

from kith.kernel.refs import new_ref

AT_ONCE = 1000


def draw_refs(apps: Any, schema_editor: Any) -> None:
    """Some at a time, so that a large county needs no more memory than a small one."""
    languages = apps.get_model('people', 'Language').objects.using(schema_editor.connection.alias)
    while rows := list(languages.filter(ref=None).order_by('pk')[:AT_ONCE]):
        for row in rows:
            row.ref = new_ref()
        languages.bulk_update(rows, ['ref'])


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0007_languages_as_facts'),
    ]

    operations = [
        migrations.RunPython(draw_refs, migrations.RunPython.noop),
    ]
