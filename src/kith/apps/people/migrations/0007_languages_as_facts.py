import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """A language is a fact like a name: it has a ref, and may be taken out and put back. The ref is filled next."""

    dependencies = [
        ('people', '0001_squashed_0006_taken_over'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='language',
            name='ref',
            field=models.CharField(editable=False, max_length=26, null=True, unique=True),
        ),
        migrations.AddField(
            model_name='language',
            name='place',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='language',
            name='withdrawn_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='language',
            name='withdrawn_by',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='language',
            name='withdrawn_why',
            field=models.CharField(default='', max_length=500),
        ),
    ]
