from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("access", "0003_what_a_merge_takes_over")]

    operations = [
        migrations.AddField(
            model_name="suspension",
            name="ended_words",
            field=models.CharField(default="", max_length=500),
        ),
    ]
