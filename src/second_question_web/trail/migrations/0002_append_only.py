"""The database itself refuses to change or delete a row of the trail, and the first head is laid."""

from django.db import migrations

SQLITE = """
CREATE TRIGGER trail_entry_no_{verb} BEFORE {VERB} ON trail_entry
BEGIN SELECT RAISE(ABORT, 'the trail only grows'); END;
"""
POSTGRESQL = """
CREATE OR REPLACE FUNCTION trail_only_grows() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'the trail only grows'; END;
$$ LANGUAGE plpgsql;
CREATE TRIGGER trail_entry_only_grows BEFORE UPDATE OR DELETE ON trail_entry
FOR EACH ROW EXECUTE FUNCTION trail_only_grows();
"""


def protect(apps, schema_editor):
    """Adds the triggers that the database at hand understands."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL)
        return
    for verb in ("update", "delete"):
        schema_editor.execute(SQLITE.format(verb=verb, VERB=verb.upper()))


def lay_head(apps, schema_editor):
    """The head before the first row."""
    apps.get_model("trail", "Head").objects.get_or_create(pk=1, defaults={"number": 0, "digest": "0" * 64})


class Migration(migrations.Migration):
    """Append only."""

    dependencies = [("trail", "0001_initial")]
    operations = [
        migrations.RunPython(protect, migrations.RunPython.noop),
        migrations.RunPython(lay_head, migrations.RunPython.noop),
    ]
