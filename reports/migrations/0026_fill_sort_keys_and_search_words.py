from django.db import migrations

from reports.core.text.sort_keys import build_sort_key
from reports.core.text.stems import stored_words

RECORDS = ("Service", "Incubator", "Indicator", "FundingRound", "Term")
PASSAGE = 4


def fill_sort_keys(apps, schema_editor):
    for name in RECORDS:
        model = apps.get_model("reports", name)
        for pk, record_name in model.objects.values_list("pk", "name").iterator():
            model.objects.filter(pk=pk).update(sort_key=build_sort_key(record_name))


def fill_search_entries(apps, schema_editor):
    """The words of a title, and of the text beside it, as `reports/content/search/entries.py` stores them."""
    entries = apps.get_model("reports", "SearchEntry").objects
    columns = ("pk", "kind", "order", "year", "title", "text", "report__title")
    for pk, kind, order, year, title, text, report_title in entries.values_list(*columns).iterator():
        named = title
        if kind == PASSAGE:
            named = f"{title} {year}" if order else f"{title} {report_title} {year}"
        own_words = "" if kind == PASSAGE and order else stored_words(named)
        entries.filter(pk=pk).update(
            sort_key=build_sort_key(title),
            title_words=stored_words(named),
            words=own_words + stored_words(text),
        )


class Migration(migrations.Migration):
    dependencies = [("reports", "0025_sort_keys_and_search_words")]

    operations = [
        migrations.RunPython(fill_sort_keys, migrations.RunPython.noop),
        migrations.RunPython(fill_search_entries, migrations.RunPython.noop),
    ]
