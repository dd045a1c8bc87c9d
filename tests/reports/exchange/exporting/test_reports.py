"""Whole reports go out and in again, and nothing changes."""

import datetime
import re
from pathlib import Path

import pytest

from reports.content.models import AnnualReportPage
from reports.core.document.block_ids import list_ids
from reports.core.refusal import Refusal
from reports.exchange.exporting.markdown.plain_form import describe_block
from reports.exchange.exporting.markdown.readers_form import show_document
from reports.exchange.exporting.public_report import PublicReport, read_public_report
from reports.exchange.importing import source
from reports.exchange.importing.importer import Request, run_import
from reports.exchange.importing.loss import list_draft_words
from reports.exchange.importing.recognition import recognise
from tests.reports.exchange.exporting.conftest import paragraph, read_folder
from tests.reports_graphql.bodies import every_block

DEMO = Path(__file__).resolve().parents[4] / "demo"
COMMENT = re.compile(r"^<!-- bilan: .* -->\n", re.MULTILINE)

pytestmark = pytest.mark.django_db


def bring(file: Path, year: int) -> None:
    run_import(Request(file, assets=file.parent, publish=True, acknowledge="Essai", year=year))


def describe(report: PublicReport) -> list[object]:
    """What a report says and refers to."""
    document = show_document(report.document, lambda kind, key, words: key)
    return [*map(describe_block, document.blocks), report.document.references, report.fields]


def check_round_trip(export, import_folder, year: int) -> Path:
    before = read_public_report(year)
    first = export(year, "first")
    outcome = import_folder(first, year)
    assert (outcome.fidelity.lost, outcome.fidelity.added) == ((), ())
    after = read_public_report(year)
    assert describe(after) == describe(before)
    assert list_keys(after) == list_keys(before)
    assert read_folder(export(year, "second")) == read_folder(first)
    return first


def list_keys(report: PublicReport) -> list[str]:
    """The ids of blocks, items, rows and columns."""
    return list_ids([{"id": block.id, "value": block.stored} for block in report.document.blocks])


@pytest.mark.parametrize("year", [2023, 2024])
def test_the_demonstration_comes_back(year, export, import_folder):
    bring(DEMO / str(year) / f"bilan-{year}.md", year)
    check_without_comments(check_round_trip(export, import_folder, year), year)


@pytest.mark.parametrize("year", [2023, 2024])
def test_the_real_reports_come_back(year, export, import_folder, real_reports):
    bring(real_reports / str(year) / f"{year}.md", year)
    check_without_comments(check_round_trip(export, import_folder, year), year)


def check_without_comments(folder: Path, year: int) -> None:
    """Without comments the same words and figures are read, in the same order."""
    origin = source.read_source(folder / f"{year}.md")
    with_comments = recognise(origin, folder, year).drafts
    origin.text = COMMENT.sub("", origin.text)
    without = recognise(origin, folder, year).drafts
    assert list_draft_words(without) == list_draft_words(with_comments)
    assert list_figures(without) == list_figures(with_comments)


def list_figures(drafts) -> list[str]:
    """The figures of facts and the cells of tables, in order; charts have theirs in their words."""

    def walk(value):
        if isinstance(value, dict):
            for name, each in value.items():
                yield from [each] if name == "figure" else walk(each)
        elif isinstance(value, list):
            for each in value:
                yield from walk(each)
        elif hasattr(value, "rows"):
            yield from (cell.raw for row in value.rows for cell in row.cells[1:])

    return [figure for draft in drafts for figure in walk(draft.value) if figure]


def test_a_block_of_each_kind_comes_back(publish, records, export, import_folder):
    publish(*every_block({name: record.pk for name, record in records.items()}))
    folder = check_round_trip(export, import_folder, 2024)
    text = (folder / "2024.md").read_text()
    assert {f'"{key}"' for key in ("mano", "fabrique", "etp", "2024")} <= set(
        re.findall(r'"[\w-]+"', text)
    )


def test_the_fields_of_the_page_come_back(publish, records, export, import_folder, index):
    other = index.add_child(
        instance=AnnualReportPage(title="Bilan 2023", slug="2023", year=2023, live=True)
    )
    link = f'<a linktype="page" id="{other.pk}">2023</a>'
    file = f'<a linktype="document" id="{records["document"].pk}">le fichier</a>'
    publish(
        paragraph(f"Voir {link} et {file}."),
        title="Bilan : « 2024 »",
        hero_title="",
        report_date=datetime.date(2025, 1, 31),
        language="en",
        introduction=f"<p>Un <b>mot</b>, puis {link}.</p><ul><li>un</li><li>deux</li></ul>",
        image=records["picture"],
        source_document=records["document"],
        seo_title="2024",
        search_description="oui",
    )
    folder = check_round_trip(export, import_folder, 2024)
    text = (folder / "2024.md").read_text()
    assert '<a linktype="page" href="/bilan/2023/">2023</a>' in text
    page = AnnualReportPage.objects.get(year=2024)
    assert link in page.introduction
    assert link in page.body[0].value["text"].source
    assert (page.language, page.report_date) == ("en", datetime.date(2025, 1, 31))


def test_another_database_gets_the_same_report(publish, records, export, import_folder):
    publish(*every_block({name: record.pk for name, record in records.items()}))
    first = export(2024, "first")
    for page in AnnualReportPage.objects.all():
        page.delete()
    for record in reversed(list(records.values())):
        type(record).objects.filter(pk=record.pk).delete()
    import_folder(first, 2024, replace=False)
    assert read_folder(export(2024, "second")) == read_folder(first)


def test_what_sums_up_a_report_is_named_or_marked(publish, records, export, import_folder):
    facts = [
        {"type": "item", "id": f"f{n}", "value": {"figure": "12", "after": words, "leading": True}}
        for n, words in enumerate(["agents formés", "agents formés", "services"])
    ]
    groups = [{"type": "item", "id": "g", "value": {"title": "", "facts": facts}}]
    publish({"type": "key_figures", "id": "k", "value": {"groups": groups}})
    text = (check_round_trip(export, import_folder, 2024) / "2024.md").read_text()
    assert "essentiel:\n- agents formés\n- services\n" in text
    assert text.count('"leading": true') == 1


def test_an_import_of_the_same_export_changes_nothing(publish, export, import_folder):
    publish(paragraph("Mots."), introduction="<p>Un.</p>", language="de", seo_title="x")
    folder = export(2024)
    import_folder(folder, 2024)
    assert import_folder(folder, 2024, replace=False).status == "inchangé"


def test_ids_that_another_report_has_are_not_taken(publish, export, import_folder):
    publish(paragraph("Mots."))
    folder = export(2024)
    import_folder(folder, 2023, replace=False)
    [block] = AnnualReportPage.objects.get(year=2023).body.get_prep_value()
    assert block["id"] != paragraph("")["id"]
    assert block["value"]["text"] == "<p>Mots.</p>"


def test_a_comment_that_contradicts_its_text_leaves_no_half_import(publish, export, import_folder):
    publish(paragraph("Mots."))
    folder = export(2024)
    file = folder / "2024.md"
    text = file.read_text()
    file.write_text(text + '\n<!-- bilan: {"type": "heading", "text": "Un"} -->\n\n## Deux\n')
    count = text.count("\n") + 2
    with pytest.raises(Refusal, match=f"2024.md, ligne {count} : commentaire « bilan » : le texte"):
        import_folder(folder, 2023)
    assert not AnnualReportPage.objects.filter(year=2023).exists()
