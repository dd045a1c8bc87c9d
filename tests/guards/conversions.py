"""Guards on « Lire comme… »: nothing goes that was not named, and no record is guessed."""

from .guard import Guard

PROPERTIES = "tests/reports/core/conversion/test_conversion.py"
ANSWERS = "tests/reports/authoring/conversions/test_views.py"

CONVERTED = [
    Guard(
        "words that have no place are named",
        "reports/core/conversion/losses.py",
        "        if (leaf.path, leaf.text) not in same:\n            lost",
        "        if False:\n            lost",
        PROPERTIES,
        "no_word_is_lost",
    ),
    Guard(
        "rows keep their ids",
        "reports/core/conversion/tables.py",
        "        id=line.id,\n",
        "",
        PROPERTIES,
        "keep_their_ids",
    ),
    Guard(
        "a name of two records leads to none",
        "reports/authoring/conversions/record_names.py",
        "record if found.get(folded, record) == record else None",
        "record",
        ANSWERS,
        "keep_their_ids",
    ),
    Guard(
        "blocks are read again for whoever may edit the report",
        "reports/authoring/conversions/admin/views.py",
        "    page = find_page(request, page_id)\n",
        "    from reports.content.models import AnnualReportPage\n"
        "    page = AnnualReportPage.objects.filter(pk=page_id).first() or AnnualReportPage()\n",
        ANSWERS,
        "only_those_who_may_edit",
    ),
]
