from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0010_worker_deeds'),
    ]

    operations = [
        migrations.AddField(
            model_name='seal',
            name='unread_since',
            field=models.DateTimeField(null=True),
        ),
    ]
