"""Persons, what is known of them, their homes and ties."""

import django.db.models.deletion
import kith.apps.people.models.fields
import kith.apps.records.base
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ('people', '0001_initial'),
        ('people', '0002_own_words'),
        ('people', '0003_losses'),
        ('people', '0004_twins_as_ties'),
        ('people', '0005_without_birth_groups'),
        ('people', '0006_taken_over'),
    ]

    initial = True

    dependencies = [
        ('access', '0001_squashed_0005_who_ended_a_link'),
        ('agencies', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Household',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('ref', models.CharField(default=kith.apps.records.base.next_ref, editable=False, max_length=26, unique=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('name', models.CharField(max_length=200)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OwnWords',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('place', models.CharField(max_length=40)),
                ('user', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('user', 'place'), name='own_words_once')],
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('kind', models.CharField(max_length=12)),
                ('sort_key', kith.apps.records.base.SortKeyField(max_length=200)),
                ('provisional', models.BooleanField(default=False)),
                ('unknown', models.BooleanField(default=False)),
                ('sex', models.CharField(default='', max_length=1)),
                ('gender', models.CharField(default='', max_length=60)),
                ('pronouns', models.CharField(default='', max_length=40)),
                ('birth', kith.apps.people.models.fields.PartialDateField(blank=True, default='', max_length=40)),
                ('death', kith.apps.people.models.fields.PartialDateField(blank=True, default='', max_length=40)),
                ('has_died', models.BooleanField(default=False)),
                ('ethnicity', models.CharField(default='', max_length=8)),
                ('note', models.CharField(default='', max_length=200)),
                ('told_by', models.CharField(default='', max_length=200)),
                ('told_on', kith.apps.people.models.fields.PartialDateField(blank=True, default='', max_length=40)),
                ('certainty', models.CharField(default='sure', max_length=10)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('withdrawn_why', models.CharField(default='', max_length=500)),
                ('subject', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.subject')),
                ('told_by_subject', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.subject')),
                ('withdrawn_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('loss', models.CharField(default='', max_length=12)),
            ],
            options={
                'indexes': [models.Index(fields=['sort_key', 'subject'], name='people_by_name')],
            },
        ),
        migrations.CreateModel(
            name='SourceFile',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('ref', models.CharField(default=kith.apps.records.base.next_ref, editable=False, max_length=26, unique=True)),
                ('format', models.CharField(max_length=40)),
                ('sha256', models.CharField(max_length=64)),
                ('people', models.PositiveIntegerField()),
                ('kept', models.TextField(default='[]')),
                ('loaded_at', models.DateTimeField()),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.batch')),
                ('centre', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.subject')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TakenOver',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('merge_ref', models.CharField(max_length=26, unique=True)),
                ('rows', models.JSONField()),
                ('fields', models.JSONField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Address',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('ref', models.CharField(default=kith.apps.records.base.next_ref, editable=False, max_length=26, unique=True)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('withdrawn_why', models.CharField(default='', max_length=500)),
                ('lines', models.CharField(max_length=500)),
                ('postcode', models.CharField(default='', max_length=12)),
                ('since', kith.apps.people.models.fields.PartialDateField(blank=True, default='', max_length=40)),
                ('until', kith.apps.people.models.fields.PartialDateField(blank=True, default='', max_length=40)),
                ('withdrawn_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('household', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.household')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='HouseholdMember',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('ref', models.CharField(default=kith.apps.records.base.next_ref, editable=False, max_length=26, unique=True)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('withdrawn_why', models.CharField(default='', max_length=500)),
                ('kind', models.CharField(default='lives_here', max_length=16)),
                ('since', kith.apps.people.models.fields.PartialDateField(blank=True, default='', max_length=40)),
                ('until', kith.apps.people.models.fields.PartialDateField(blank=True, default='', max_length=40)),
                ('household', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.household')),
                ('withdrawn_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Identifier',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('ref', models.CharField(default=kith.apps.records.base.next_ref, editable=False, max_length=26, unique=True)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('withdrawn_why', models.CharField(default='', max_length=500)),
                ('kind', models.CharField(max_length=20)),
                ('value', models.CharField(max_length=40)),
                ('issuer', models.CharField(default='', max_length=200)),
                ('withdrawn_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Language',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=12)),
                ('needs_interpreter', models.BooleanField(default=False)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ParentalResponsibility',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('ref', models.CharField(default=kith.apps.records.base.next_ref, editable=False, max_length=26, unique=True)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('withdrawn_why', models.CharField(default='', max_length=500)),
                ('how', models.CharField(max_length=40)),
                ('since', kith.apps.people.models.fields.PartialDateField(blank=True, default='', max_length=40)),
                ('until', kith.apps.people.models.fields.PartialDateField(blank=True, default='', max_length=40)),
                ('told_by', models.CharField(default='', max_length=200)),
                ('organisation', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.organisation')),
                ('withdrawn_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('holder', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PersonName',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('ref', models.CharField(default=kith.apps.records.base.next_ref, editable=False, max_length=26, unique=True)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('withdrawn_why', models.CharField(default='', max_length=500)),
                ('kind', models.CharField(max_length=10)),
                ('text', models.CharField(max_length=200)),
                ('given', models.CharField(default='', max_length=200)),
                ('family', models.CharField(default='', max_length=200)),
                ('since', kith.apps.people.models.fields.PartialDateField(blank=True, default='', max_length=40)),
                ('until', kith.apps.people.models.fields.PartialDateField(blank=True, default='', max_length=40)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('withdrawn_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Tie',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('ref', models.CharField(default=kith.apps.records.base.next_ref, editable=False, max_length=26, unique=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('kind', models.CharField(max_length=20)),
                ('since', kith.apps.people.models.fields.PartialDateField(blank=True, default='', max_length=40)),
                ('until', kith.apps.people.models.fields.PartialDateField(blank=True, default='', max_length=40)),
                ('sensitivity', models.PositiveSmallIntegerField(default=0)),
                ('certainty', models.CharField(default='sure', max_length=10)),
                ('told_by', models.CharField(default='', max_length=200)),
                ('told_on', kith.apps.people.models.fields.PartialDateField(blank=True, default='', max_length=40)),
                ('words', models.CharField(default='', max_length=500)),
                ('recorded_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('withdrawn_why', models.CharField(default='', max_length=500)),
                ('a', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('b', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('organisation', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.organisation')),
                ('told_by_person', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('view_of', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('withdrawn_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Account',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('ref', models.CharField(default=kith.apps.records.base.next_ref, editable=False, max_length=26, unique=True)),
                ('agrees', models.BooleanField()),
                ('told_by', models.CharField(max_length=200)),
                ('told_on', kith.apps.people.models.fields.PartialDateField(blank=True, default='', max_length=40)),
                ('words', models.CharField(default='', max_length=500)),
                ('recorded_at', models.DateTimeField()),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.organisation')),
                ('tie', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.tie')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
