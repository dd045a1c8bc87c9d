import re

from django.db import migrations
from django.db.models import Q

BEFORE_SIGN = re.compile(r" (?=[,.](?!\d))")


def join_signs(apps, schema_editor):
    """A comma or a full stop goes on with the sentence before it, as `join_on_line` has it now."""
    entries = apps.get_model("reports", "SearchEntry").objects.using(schema_editor.connection.alias)
    spaced = entries.filter(Q(text__contains=" ,") | Q(text__contains=" ."))
    for pk, text in spaced.values_list("pk", "text").iterator():
        entries.filter(pk=pk).update(text=BEFORE_SIGN.sub("", text))


class Migration(migrations.Migration):
    dependencies = [("reports", "0035_silenced_findings")]

    operations = [migrations.RunPython(join_signs, migrations.RunPython.noop)]
