from django.db import migrations

# The words of a column as lexemes, without those of more than 200 characters: PostgreSQL takes
# 2,047 bytes at most. Those who ask must write the same.
LEXEMES = (
    "array_to_tsvector(array_remove(string_to_array("
    "regexp_replace({column}, '\\S{{201,}}', '', 'g'), ' '), ''))"
)
COLUMNS = ("stems", "words")
TABLE = "reports_searchentry"
RECORDS = ("service", "indicator", "term")


def forget_hidden_entries(apps, schema_editor):
    """Keep no entries of what is not public, as they are made now."""
    alias = schema_editor.connection.alias
    entries = apps.get_model("reports", "SearchEntry").objects.using(alias)
    for record in RECORDS:
        entries.filter(**{f"{record}__live": False}).delete()
    restrictions = apps.get_model("wagtailcore", "PageViewRestriction").objects.using(alias)
    for path in restrictions.values_list("page__path", flat=True):
        entries.filter(report__path__startswith=path).delete()


def create_indexes(apps, schema_editor):
    """Let PostgreSQL find entries by their words."""
    if schema_editor.connection.vendor == "postgresql":
        for column in COLUMNS:
            lexemes = LEXEMES.format(column=column)
            schema_editor.execute(
                f"CREATE INDEX {TABLE}_{column}_words ON {TABLE} USING gin ({lexemes})"
            )


def drop_indexes(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for column in COLUMNS:
            schema_editor.execute(f"DROP INDEX {TABLE}_{column}_words")


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0040_sign_in_attempts"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.RunPython(forget_hidden_entries, migrations.RunPython.noop),
        migrations.RunPython(create_indexes, drop_indexes),
    ]
