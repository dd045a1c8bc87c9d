from django.db import migrations
from django.db.models import Q

WORDS = ("lead", "before", "after")


def move_to_lines(apps, schema_editor):
    """A comment on the words of a fact is on its line, which goes by the name of its figure."""
    comments = apps.get_model("wagtailcore", "Comment").objects.using(
        schema_editor.connection.alias
    )
    on_words = Q()
    for name in WORDS:
        on_words |= Q(contentpath__startswith="body.", contentpath__endswith=f".{name}")
    for pk, path in comments.filter(on_words).values_list("pk", "contentpath").iterator():
        above, _, name = path.rpartition(".")
        if name == "lead" and ".groups." in above:
            continue  # of a group of incubators: a field of its own
        comments.filter(pk=pk).update(contentpath=f"{above}.figure")


class Migration(migrations.Migration):
    dependencies = [("reports", "0036_search_text_before_signs")]

    operations = [migrations.RunPython(move_to_lines, migrations.RunPython.noop)]
