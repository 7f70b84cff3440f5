from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0004_twins_as_ties'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='person',
            name='birth_group',
        ),
        migrations.DeleteModel(
            name='BirthGroup',
        ),
    ]
