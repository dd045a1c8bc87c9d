"""Guards of what is stored: readers find each word of it in every place."""

from .guard import Guard

EVERY_FIELD = "tests/cms/test_every_field_is_shown.py"

SHOWN = [
    Guard(
        "a page shows what is printed below a name",
        "cms/frontend/templates/frontend/rows/awards.html",
        "{% if row.note.html %}",
        "{% if False %}",
        EVERY_FIELD,
    ),
    Guard(
        "a page shows the title of a chart, though links to it repeat its words",
        "cms/frontend/templates/frontend/blocks/chart.html",
        '{% heading_tag block.below block.title|default:"Graphique" "fr-h6" %}',
        "",
        EVERY_FIELD,
    ),
    Guard(
        "a page leads from the name of an incubator to its record",
        "cms/frontend/templates/frontend/blocks/incubator_list.html",
        "<a href=\"{% url 'incubator' item.incubator.slug %}\">",
        "<a>",
        EVERY_FIELD,
    ),
    Guard(
        "the page of a report asks for all that a quotation says",
        "graphql/queries/report.graphql",
        "        attribution\n",
        "",
        "tests/reports_graphql/test_report_document.py",
    ),
    Guard(
        "paper shows what is printed below a name",
        "cms/pdf/tables.py",
        '    return [*setter.name(row), *note(setter, row["note"])]\n',
        "    return setter.name(row)\n",
        EVERY_FIELD,
    ),
    Guard(
        "an import is refused where readers would not get its words",
        "reports/exchange/importing/importer.py",
        "    accepted = require_whole(origin, score, found.damage, request.accept_loss)\n",
        "    accepted = ()\n",
        "tests/reports_graphql/test_renderer.py",
        "refused",
    ),
    Guard(
        "files of data have the words below the head of a row",
        "cms/data/blocks.py",
        "        if note := read_note(row):\n",
        "        if note := None:\n",
        "tests/cms/data/test_report_csv.py",
        "every_figure_of_every_block",
    ),
]
