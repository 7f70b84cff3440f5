from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='HelpNumber',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('place', models.CharField(max_length=24)),
                ('version', models.PositiveIntegerField()),
                ('label', models.CharField(max_length=60)),
                ('shown', models.CharField(max_length=40)),
                ('dial', models.CharField(max_length=20)),
                ('hours', models.CharField(max_length=80)),
                ('checked_on', models.DateField()),
                ('source', models.CharField(max_length=200)),
                ('is_taken_out', models.BooleanField(default=False)),
                ('set_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('place', 'version'), name='one_help_number_per_version')],
            },
        ),
    ]
