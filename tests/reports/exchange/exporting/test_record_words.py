"""Credits of pictures, definitions of records and empty reports leave as Markdown and come back."""

import re
from pathlib import Path

import pytest
import yaml

from reports.content.models import AnnualReportPage, Indicator, Picture, Term
from reports.core.refusal import Refusal
from tests.reports.exchange.archives.databases import count_rows
from tests.reports.exchange.exporting.conftest import paragraph, read_folder
from tests.reports.exchange.exporting.test_reports import check_round_trip
from tests.reports_graphql.bodies import block, item, row, table

pytestmark = pytest.mark.django_db

CREDIT = "IGN : « Géoportail » & 2024 # tous droits"
DEFINITION = "Agents formés dans l’année.\n\n# Hors stagiaires : 12 %\n---\n{fin}"


@pytest.fixture
def report(publish, records):
    """A public report with a picture that has a credit, and records that have a definition."""
    Picture.objects.update(credit=CREDIT)
    Indicator.objects.update(definition=DEFINITION)
    Term.objects.update(definition="Temps plein.")
    Term.objects.create(name="Autre", slug="autre", definition="D’un autre bilan.")
    term = {"name": "ETP", "definition": "<p>Ici.</p>", "term": records["term"].pk}
    stated = row(12, "Agents", "12", ref="agents")
    publish(
        block(1, "indicator_table", {"caption": "", "table": table(13, ["", "2024"], stated)}),
        block(2, "definitions", {"items": [item(21, term)]}),
        block(3, "picture", {"picture": records["picture"].pk, "alt": "Carte", "caption": "C"}),
    )


def read_front(folder: Path) -> dict:
    return yaml.safe_load((folder / "2024.md").read_text().split("\n---\n")[0])


def forget(records) -> None:
    for page in AnnualReportPage.objects.all():
        page.delete()
    for record in reversed(list(records.values())):
        type(record).objects.filter(pk=record.pk).delete()


def test_another_database_gets_credits_and_definitions(report, records, export, import_folder):
    first = export(2024, "first")
    forget(records)

    import_folder(first, 2024, replace=False)

    assert Picture.objects.get().credit == CREDIT
    assert Indicator.objects.get().definition == DEFINITION
    assert Term.objects.get(slug="etp").definition == "Temps plein."
    assert read_folder(export(2024, "second")) == read_folder(first)


def test_only_what_the_report_refers_to_is_defined(report, export):
    definitions = read_front(export(2024))["definitions"]
    assert definitions == {"indicator": {"agents": DEFINITION}, "term": {"etp": "Temps plein."}}


def test_what_is_here_already_stays_as_it_is(report, export, import_folder):
    folder = check_round_trip(export, import_folder, 2024)
    Picture.objects.update(credit="Autre")
    Term.objects.filter(slug="etp").update(definition="")

    import_folder(folder, 2024)

    assert Picture.objects.get().credit == "Autre"
    assert Term.objects.get(slug="etp").definition == ""


def test_what_a_hidden_record_means_is_not_named(report, export):
    Term.objects.filter(slug="etp").update(live=False)
    for name, options in {"today": {}, "version": {"number": 1}}.items():
        folder = export(2024, name, **options)
        assert "Temps plein" not in (folder / "2024.md").read_text()


@pytest.mark.parametrize("is_new", [False, True])
def test_a_report_without_a_block_comes_back(publish, export, import_folder, is_new):
    publish(title="Un bilan à écrire", introduction="<p>Bientôt.</p>")
    folder = export(2024, "first")
    assert read_front(folder)["empty"] is True
    if is_new:
        AnnualReportPage.objects.get().delete()

    import_folder(folder, 2024)

    page = AnnualReportPage.objects.get()
    assert (page.title, page.live) == ("Un bilan à écrire", True)
    assert page.introduction == "<p>Bientôt.</p>"
    assert len(page.body) == 0
    assert read_folder(export(2024, "second")) == read_folder(folder)


WRONG = {
    "a list of credits": ("credits: [a]", "« credits » n’est pas une liste de noms"),
    "a number as a credit": ("credits: {img/a.png: 12}", "n’a pas de texte pour « img/a.png »"),
    "a credit without end": (f"credits: {{a.png: {'x' * 256}}}", "de plus de 255 caractères"),
    "a null character": ('credits: {a.png: "\\0"}', "contient un caractère impossible"),
    "half a character": ('credits: {a.png: "\\uD800"}', "« credits »|YAML"),
    "a text as definitions": ("definitions: mots", "« definitions » n’est pas une liste de noms"),
    "definitions of services": ("definitions: {service: {a: b}}", "inconnu ; sont connus : indi"),
    "a list of terms": ("definitions: {term: [a]}", "« definitions » n’est pas une liste"),
    "a definition of keys": ("definitions: {term: {a: {b: c}}}", "n’a pas de texte pour « a »"),
    "a definition without end": (f"definitions: {{term: {{a: {'x' * 60_000}}}}}", "plus de 50000"),
    "empty, with words": ("empty: true", "« empty » annonce un bilan vide, il ne l’est pas"),
}


@pytest.mark.parametrize(("line", "answer"), WRONG.values(), ids=WRONG)
def test_wrong_front_matter_is_refused(publish, export, import_folder, line, answer):
    publish(paragraph("Mots."))
    folder = export(2024)
    file = folder / "2024.md"
    file.write_text(file.read_text().replace("---\n", f"---\n{line}\n", 1))
    before = count_rows()

    with pytest.raises(Refusal, match=answer) as refused:
        import_folder(folder, 2024)

    assert re.match(r"2024\.md, ligne \d+ : ", str(refused.value))
    assert count_rows() == before


def test_an_empty_file_is_refused_unless_it_says_that_it_is_empty(publish, export, import_folder):
    publish()
    folder = export(2024)
    file = folder / "2024.md"
    file.write_text(file.read_text().replace("empty: true\n", ""))

    with pytest.raises(Refusal, match="ce fichier n’a pas de contenu"):
        import_folder(folder, 2024)
