from django.db import migrations
from django.db.models import Q

from reports.content.search.entries import GROUPED, index_words, join_on_line

SIGNS = "[\u2100-\u214f]"  # « ℹ » among them: letters for Unicode, and for nobody who searches


def forget_signs(apps, schema_editor):
    """Find no sign as a word, and show no unit as an excerpt, as entries are made now."""
    alias = schema_editor.connection.alias
    entries = apps.get_model("reports", "SearchEntry").objects.using(alias)
    for entry in entries.exclude(indicator=None).select_related("indicator"):
        unit = join_on_line([entry.indicator.unit])
        entry.text = join_on_line([entry.indicator.definition])
        columns = index_words(entry.title, entry.title, entry.text, unit)
        entries.filter(pk=entry.pk).update(text=entry.text, **columns)
    signed = Q(title__regex=SIGNS) | Q(text__regex=SIGNS)
    records = entries.filter(signed, report=None, indicator=None)
    for entry in records:
        columns = index_words(entry.title, entry.title, entry.text)
        entries.filter(pk=entry.pk).update(**columns)
    for entry in entries.filter(signed).exclude(report=None).select_related("report"):
        entries.filter(pk=entry.pk).update(**index_passage(entry))


def index_passage(entry):
    """Return the columns in which the words of a passage of a report are found."""
    language = entry.report.language
    if not entry.order:
        named = f"{entry.title} {entry.report.title} {entry.year}"
        return index_words(named, named, entry.text, language=language)
    numbers = GROUPED.findall(entry.text) if language == "en" else []
    plain = [number.replace(",", "") for number in numbers]
    return index_words(f"{entry.title} {entry.year}", entry.text, *plain, language=language)


class Migration(migrations.Migration):
    dependencies = [("reports", "0038_identities_sessions_audit")]

    operations = [migrations.RunPython(forget_signs, migrations.RunPython.noop)]
