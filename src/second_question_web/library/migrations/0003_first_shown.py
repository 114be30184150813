"""What was shown to whom first, and up to where each saved search was told and looked at."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """A table and three columns; one that was never filled goes."""

    dependencies = (("library", "0002_checks_of_deposits"),)

    operations = (
        migrations.CreateModel(
            name="FirstShown",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=12)),
                ("visibility", models.CharField(max_length=40)),
                ("at", models.DateTimeField()),
            ],
            options={
                "constraints": (models.UniqueConstraint(fields=("visibility", "key"), name="first_shown_once"),),
            },
        ),
        migrations.RemoveField(model_name="savedsearch", name="told"),
        migrations.AddField(model_name="savedsearch", name="told_upto", field=models.BigIntegerField(default=0)),
        migrations.AddField(model_name="savedsearch", name="seen_upto", field=models.BigIntegerField(default=0)),
        migrations.AddField(
            model_name="savedsearch",
            name="checked_at",
            field=models.DateTimeField(
                blank=True, help_text="When it was last looked at for an e-mail.", null=True
            ),
        ),
    )
