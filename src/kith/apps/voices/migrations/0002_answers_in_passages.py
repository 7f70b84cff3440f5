from typing import Any

from django.db import migrations, models

from kith.kernel.refs import new_ref

PARTS = ('words', 'by_whom', 'reply')


def write_passages(apps: Any, schema_editor: Any) -> None:
    """The texts of answers, with the answer and its day, each as a passage by whoever wrote the answer."""
    place = schema_editor.connection.alias
    Passage = apps.get_model('voices', 'Passage')
    for row in apps.get_model('voices', 'Answer').objects.using(place).order_by('pk').iterator():
        texts = {'what': row.what, 'on': row.on_date} | {part: getattr(row, part) for part in PARTS}
        common = {'subject_id': row.subject_id, 'recorded_by_id': row.recorded_by_id, 'recorded_at': row.recorded_at}
        common |= {'of_ref': row.ref, 'merge_ref': row.merge_ref}
        Passage.objects.using(place).bulk_create(
            Passage(ref=new_ref(), part=part, text=text, **common) for part, text in texts.items() if text
        )


class Migration(migrations.Migration):

    dependencies = [
        ('voices', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='passage',
            name='since_version',
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddField(
            model_name='passage',
            name='until_version',
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.RunPython(write_passages, migrations.RunPython.noop),
        migrations.RemoveField(
            model_name='answer',
            name='words',
        ),
        migrations.RemoveField(
            model_name='answer',
            name='by_whom',
        ),
        migrations.RemoveField(
            model_name='answer',
            name='reply',
        ),
    ]
