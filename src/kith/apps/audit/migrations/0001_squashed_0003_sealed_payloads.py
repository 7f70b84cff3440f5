"""The append-only record, with the triggers that refuse to change or delete its rows."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from kith.apps.audit.append_only import add_triggers, drop_triggers


def add(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    add_triggers(schema_editor.execute, schema_editor.connection.vendor)


def drop(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    drop_triggers(schema_editor.execute, schema_editor.connection.vendor)


class Migration(migrations.Migration):

    replaces = [
        ('audit', '0001_initial'),
        ('audit', '0002_append_only'),
        ('audit', '0003_sealed_payloads'),
    ]

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='AuditRow',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('chain', models.CharField(max_length=26)),
                ('sequence', models.PositiveBigIntegerField()),
                ('at', models.DateTimeField()),
                ('actor', models.CharField(max_length=26)),
                ('agency', models.CharField(max_length=26)),
                ('event', models.CharField(max_length=80)),
                ('level', models.PositiveSmallIntegerField()),
                ('rule', models.CharField(max_length=8)),
                ('payload', models.TextField(default='{}')),
                ('previous_hash', models.CharField(max_length=64)),
                ('hash', models.CharField(max_length=64)),
            ],
            options={
                'indexes': [models.Index(fields=['actor', 'at'], name='audit_by_actor')],
                'constraints': [models.UniqueConstraint(fields=('chain', 'sequence'), name='audit_row_once_in_chain')],
            },
        ),
        migrations.CreateModel(
            name='Chain',
            fields=[
                ('name', models.CharField(max_length=26, primary_key=True, serialize=False)),
                ('sequence', models.PositiveBigIntegerField(default=0)),
                ('head', models.CharField(default='', max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name='SubjectKey',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('subject', models.CharField(max_length=26, unique=True)),
                ('key_id', models.CharField(max_length=8)),
                ('wrapped', models.BinaryField(default=b'')),
                ('forgotten_at', models.DateTimeField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AuditSubject',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('subject', models.CharField(max_length=26)),
                ('how', models.CharField(max_length=8)),
                ('row', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='audit.auditrow')),
                ('sealed', models.BinaryField(null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['subject', 'row'], name='audit_by_subject_and_row')],
            },
        ),
        migrations.RunPython(add, drop, hints={'also_when_empty': True}),
    ]
