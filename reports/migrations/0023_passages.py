"""Read stored observations again: figures that pass from one number to another are no ranges."""

from django.db import migrations

from reports.core.figures import parse


def read_again(apps, schema_editor):
    """Write the parts that differ. The text is the truth, and the columns are for SQL."""
    rows = apps.get_model("reports", "Observation").objects.using(schema_editor.connection.alias)
    for row in rows.filter(qualifier="range") | rows.filter(state="text"):
        figure = parse(row.raw, row.read_as)
        if (figure.qualifier.value, figure.state.value) == (row.qualifier, row.state):
            continue
        row.value, row.value_to, row.step = figure.value, figure.value_to, figure.step
        row.unit = figure.unit and figure.unit.value
        row.qualifier, row.state = figure.qualifier.value, figure.state.value
        row.save()


class Migration(migrations.Migration):
    dependencies = [("reports", "0022_mentions")]

    operations = [migrations.RunPython(read_again, migrations.RunPython.noop)]
