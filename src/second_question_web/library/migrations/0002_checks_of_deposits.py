"""What the checks found in a deposit, and who looked at it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two columns."""

    dependencies = (("library", "0001_initial"),)

    operations = (
        migrations.AddField(
            model_name="deposit",
            name="checks",
            field=models.JSONField(
                blank=True,
                default=dict,
                help_text="What in its text may identify somebody, and what its file gives away beside it.",
            ),
        ),
        migrations.AddField(
            model_name="deposit",
            name="confirmed",
            field=models.JSONField(
                blank=True,
                default=dict,
                help_text="Who looked at what the checks found before it became public, and when.",
            ),
        ),
    )
