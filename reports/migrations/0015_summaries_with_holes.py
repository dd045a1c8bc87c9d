from typing import Any

from django.db import migrations


def forget_summaries(apps: Any, schema_editor: Any) -> None:
    """Have the drafts of reports that were begun from another read again for listings: what was
    kept of them does not say how full they are.
    """
    begun = apps.get_model("reports", "RollForward").objects.values("report_id")
    apps.get_model("reports", "CheckSummary").objects.filter(report_id__in=begun).delete()


class Migration(migrations.Migration):
    dependencies = [("reports", "0014_words_have_a_length")]
    operations = [migrations.RunPython(forget_summaries, migrations.RunPython.noop)]
