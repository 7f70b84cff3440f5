"""Subjects and the dated facts that decisions rest on."""

import django.db.models.deletion
import kith.apps.records.base
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ('access', '0001_initial'),
        ('access', '0002_shares_seals_emergencies_links'),
        ('access', '0003_what_a_merge_takes_over'),
        ('access', '0004_why_looks_were_given_back'),
        ('access', '0005_who_ended_a_link'),
    ]

    initial = True

    dependencies = [
        ('agencies', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Batch',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('ref', models.CharField(default=kith.apps.records.base.next_ref, editable=False, max_length=26, unique=True)),
                ('published_at', models.DateTimeField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ShareTerms',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('kinds', models.CharField(max_length=400)),
                ('roles', models.CharField(max_length=400)),
                ('level', models.PositiveSmallIntegerField()),
                ('sensitivity', models.PositiveSmallIntegerField(default=1)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('kinds', 'roles', 'level', 'sensitivity'), name='share_terms_once')],
            },
        ),
        migrations.CreateModel(
            name='Suspension',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('ref', models.CharField(default=kith.apps.records.base.next_ref, editable=False, max_length=26, unique=True)),
                ('why', models.CharField(max_length=20)),
                ('since_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('ended_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ended_words', models.CharField(default='', max_length=500)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Task',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('ref', models.CharField(default=kith.apps.records.base.next_ref, editable=False, max_length=26, unique=True)),
                ('purpose', models.CharField(max_length=20)),
                ('name', models.CharField(max_length=200)),
                ('since_on', models.DateField()),
                ('until_on', models.DateField(null=True)),
                ('given_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Subject',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('ref', models.CharField(default=kith.apps.records.base.next_ref, editable=False, max_length=26, unique=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('has_case', models.BooleanField(default=False)),
                ('sensitivity', models.PositiveSmallIntegerField(default=0)),
                ('batch', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.batch')),
                ('merged_into', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.subject')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(condition=models.Q(('merged_into', None), _negated=True), fields=['merged_into'], name='merged_subjects')],
            },
        ),
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('ref', models.CharField(default=kith.apps.records.base.next_ref, editable=False, max_length=26, unique=True)),
                ('given_by', models.CharField(max_length=200)),
                ('words', models.CharField(default='', max_length=500)),
                ('given_on', models.DateField()),
                ('recorded_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('withdrawn_words', models.CharField(default='', max_length=500)),
                ('recorded_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.subject')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='EmergencyLook',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('ref', models.CharField(default=kith.apps.records.base.next_ref, editable=False, max_length=26, unique=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('reason', models.CharField(max_length=20)),
                ('words', models.CharField(max_length=500)),
                ('call_reference', models.CharField(default='', max_length=40)),
                ('opened_at', models.DateTimeField()),
                ('until_at', models.DateTimeField()),
                ('review_due_on', models.DateField()),
                ('escalates_on', models.DateField()),
                ('reviewed_at', models.DateTimeField(null=True)),
                ('outcome', models.CharField(default='', max_length=10)),
                ('review_words', models.CharField(default='', max_length=500)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.organisation')),
                ('reviewed_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('reviewer', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.subject')),
                ('user', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['user', 'until_at', 'opened_at', 'subject'], name='looks_by_user'), models.Index(fields=['organisation', 'reviewed_at', 'review_due_on'], name='looks_to_review')],
            },
        ),
        migrations.CreateModel(
            name='Merge',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('ref', models.CharField(default=kith.apps.records.base.next_ref, editable=False, max_length=26, unique=True)),
                ('merged_at', models.DateTimeField()),
                ('kept_sensitivity', models.PositiveSmallIntegerField()),
                ('undone_at', models.DateTimeField(null=True)),
                ('kept', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.subject')),
                ('merged', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.subject')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('ref', models.CharField(default=kith.apps.records.base.next_ref, editable=False, max_length=26, unique=True)),
                ('deed', models.CharField(max_length=40)),
                ('about', models.CharField(max_length=26)),
                ('wish', models.CharField(default='', max_length=60)),
                ('why', models.CharField(max_length=500)),
                ('proposed_at', models.DateTimeField()),
                ('decided_at', models.DateTimeField(null=True)),
                ('outcome', models.CharField(default='', max_length=10)),
                ('decided_why', models.CharField(default='', max_length=500)),
                ('decided_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('proposed_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.subject')),
            ],
            options={
                'indexes': [models.Index(fields=['outcome', 'deed', 'about'], name='proposals_waiting')],
            },
        ),
        migrations.CreateModel(
            name='Seal',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('ref', models.CharField(default=kith.apps.records.base.next_ref, editable=False, max_length=26, unique=True)),
                ('kind', models.CharField(max_length=20)),
                ('outsiders', models.CharField(default='nothing', max_length=8)),
                ('why', models.CharField(max_length=500)),
                ('set_at', models.DateTimeField()),
                ('confirmed_at', models.DateTimeField(null=True)),
                ('lifted_at', models.DateTimeField(null=True)),
                ('confirmed_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('set_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.subject')),
            ],
            options={
                'indexes': [models.Index(fields=['lifted_at', 'set_at'], name='seals_by_time')],
            },
        ),
        migrations.CreateModel(
            name='ShareLink',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('ref', models.CharField(default=kith.apps.records.base.next_ref, editable=False, max_length=26, unique=True)),
                ('reader_part', models.CharField(max_length=12)),
                ('page_set', models.CharField(max_length=20)),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('code_hash', models.CharField(max_length=160)),
                ('code_for', models.CharField(max_length=200)),
                ('snapshot', models.TextField()),
                ('published_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('most_visits', models.PositiveSmallIntegerField()),
                ('visits', models.PositiveSmallIntegerField(default=0)),
                ('wrong_codes', models.PositiveSmallIntegerField(default=0)),
                ('ended_at', models.DateTimeField(null=True)),
                ('ended_why', models.CharField(default='', max_length=20)),
                ('published_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('reader', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.subject')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.subject')),
                ('ended_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SharingDecision',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('ref', models.CharField(default=kith.apps.records.base.next_ref, editable=False, max_length=26, unique=True)),
                ('who_asked', models.CharField(max_length=200)),
                ('what', models.CharField(max_length=500)),
                ('purpose', models.CharField(max_length=20)),
                ('recipient_words', models.CharField(default='', max_length=200)),
                ('basis', models.CharField(max_length=40)),
                ('condition', models.CharField(default='', max_length=40)),
                ('informed', models.CharField(max_length=8)),
                ('why_not_informed', models.CharField(default='', max_length=500)),
                ('necessity', models.CharField(max_length=500)),
                ('proportionality', models.CharField(max_length=500)),
                ('accuracy', models.CharField(max_length=500)),
                ('detriment', models.CharField(max_length=500)),
                ('outcome', models.CharField(max_length=8)),
                ('method', models.CharField(default='', max_length=200)),
                ('follow_up', models.CharField(default='', max_length=500)),
                ('decided_at', models.DateTimeField()),
                ('decided_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.organisation')),
                ('recipient', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.organisation')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.subject')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Circle',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('centre', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.subject')),
                ('member', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.subject')),
                ('merge', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.merge')),
            ],
            options={
                'indexes': [models.Index(fields=['member', 'centre'], name='circle_by_member')],
                'constraints': [models.UniqueConstraint(fields=('centre', 'member'), name='circle_once')],
            },
        ),
        migrations.CreateModel(
            name='Conflict',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('ref', models.CharField(default=kith.apps.records.base.next_ref, editable=False, max_length=26, unique=True)),
                ('how', models.CharField(max_length=10)),
                ('noted_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.subject')),
                ('user', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('merge', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.merge')),
            ],
            options={
                'indexes': [models.Index(fields=['user', 'noted_at', 'ended_at', 'subject'], name='conflicts_by_user')],
            },
        ),
        migrations.CreateModel(
            name='Involvement',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('ref', models.CharField(default=kith.apps.records.base.next_ref, editable=False, max_length=26, unique=True)),
                ('part', models.CharField(max_length=60)),
                ('basis', models.CharField(max_length=60)),
                ('since_on', models.DateField()),
                ('until_on', models.DateField(null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.organisation')),
                ('team', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
                ('user', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.subject')),
                ('merge', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.merge')),
            ],
            options={
                'indexes': [models.Index(fields=['user', 'since_on', 'until_on', 'subject'], name='involved_by_user'), models.Index(fields=['team', 'since_on', 'until_on', 'subject'], name='involved_by_team'), models.Index(fields=['organisation', 'since_on', 'until_on', 'subject'], name='involved_by_agency'), models.Index(fields=['subject', 'since_on', 'until_on'], name='involved_by_subject')],
            },
        ),
        migrations.CreateModel(
            name='LinkSubject',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('record_ref', models.CharField(db_index=True, default='', max_length=26)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.subject')),
                ('link', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.sharelink')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='LinkVisit',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('secret_hash', models.CharField(max_length=64, unique=True)),
                ('since_at', models.DateTimeField()),
                ('until_at', models.DateTimeField()),
                ('link', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.sharelink')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SealExclusion',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('seal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.seal')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.subject')),
                ('merge', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.merge')),
                ('until_at', models.DateTimeField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SealReader',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('since_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(null=True)),
                ('seal', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.seal')),
                ('user', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['user', 'seal'], name='seals_by_reader')],
                'constraints': [models.UniqueConstraint(fields=('seal', 'user', 'since_at'), name='seal_reader_once')],
            },
        ),
        migrations.CreateModel(
            name='SealScope',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('record_kind', models.CharField(default='', max_length=20)),
                ('record_ref', models.CharField(default='', max_length=26)),
                ('until_at', models.DateTimeField(null=True)),
                ('merge', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.merge')),
                ('seal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.seal')),
                ('subject', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.subject')),
            ],
            options={
                'indexes': [models.Index(fields=['subject', 'record_ref', 'seal'], name='sealed_by_subject'), models.Index(fields=['record_ref', 'seal'], name='sealed_by_record')],
            },
        ),
        migrations.CreateModel(
            name='Share',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('ref', models.CharField(default=kith.apps.records.base.next_ref, editable=False, max_length=26, unique=True)),
                ('basis', models.CharField(max_length=40)),
                ('purpose', models.CharField(max_length=20)),
                ('since_on', models.DateField()),
                ('until_on', models.DateField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('ended_why', models.CharField(default='', max_length=500)),
                ('consent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.consent')),
                ('giver', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.organisation')),
                ('receiver', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.organisation')),
                ('subject', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.subject')),
                ('terms', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.shareterms')),
                ('decision', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.sharingdecision')),
            ],
            options={
                'indexes': [models.Index(fields=['receiver', 'terms', 'since_on', 'until_on', 'ended_at', 'subject'], name='shared_with_agency'), models.Index(fields=['subject', 'since_on', 'until_on'], name='shared_by_subject')],
            },
        ),
    ]
