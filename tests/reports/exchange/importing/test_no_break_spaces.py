"""An import writes the no-break spaces of French itself, and leaves figures as they are printed."""

import pytest

from reports.checks.check_result import check_latest
from reports.checks.rules.no_break_spaces import spacing_breaking
from reports.content.models import AnnualReportPage
from reports.core import document
from reports.core.figures.locale import Locale, use_locale
from reports.core.reading.visitor import read_document
from reports.exchange.importing.recognition import recognise
from reports.exchange.importing.source import Source
from reports.exchange.importing.storing import stored_body

REPORT = """## Les bains : une année !

« Tout va bien », dit-elle : 12 000 **entrées** ; oui ?

- Coût : 3 000 € pour l’année ; rien de plus
- **Eau** : 40 % de moins

| Bain : lieu | Entrées |
|---|---|
| Le port : nord | 1 200 |
| La tour | ouvert ; plein |
| Le phare | (1 200) |
"""


def body(text: str, language: str = "fr") -> list:
    with use_locale(Locale(language)):
        found = recognise(Source("bilan.md", text, 1, {}, ""), None)
    return stored_body(found.drafts, "/bilan/2031/", lambda named: None, lambda named: "")


@pytest.mark.parametrize("language", ["fr", "und"])
def test_nobody_is_told_of_spaces_after_an_import(language):
    read = read_document(2031, document.read(body(REPORT, language)))
    assert list(spacing_breaking(read)) == []


def test_words_are_printed_with_their_spaces_and_figures_as_they_were():
    heading, paragraph, facts, table = body(REPORT)
    assert heading["value"]["text"] == "Les bains\u00a0: une année\u202f!"
    assert heading["value"]["anchor"] == "les-bains--une-année-"
    assert "12\u202f000 <b>entrées</b>\u202f; oui\u202f?" in paragraph["value"]["text"]
    assert facts["value"]["items"][0]["value"]["figure"] == "3 000 €"
    stored = table["value"]["table"]
    assert stored["columns"][0]["heading"] == "Bain\u00a0: lieu"
    assert [row["cells"] for row in stored["rows"]] == [
        ["Le port\u00a0: nord", "1 200"],
        ["La tour", "ouvert\u202f; plein"],
        ["Le phare", "(1 200)"],
    ]


def test_other_languages_keep_their_spaces():
    assert "\u202f" not in str(body(REPORT, "en"))
    assert "\u00a0" not in str(body(REPORT, "de"))


def test_what_was_exported_is_as_it_was():
    [paragraph] = body('<!-- bilan: {"type": "paragraph"} -->\n\nOui : non.')
    assert paragraph["value"]["text"] == "<p>Oui : non.</p>"


FRONT = (
    '---\ntitle: "Bilan 2024 : une année"\nintroduction: "Oui ! [Lire](/x) : tout"\n{}---\n\nMots\n'
)


@pytest.mark.django_db
def test_the_fields_of_a_report_have_their_spaces_too(import_file):
    import_file(FRONT.format(""), publish=True)
    page = AnnualReportPage.objects.get(year=2024)
    assert page.title == page.hero_title == "Bilan 2024\u00a0: une année"
    assert "Oui\u202f! " in page.introduction
    assert "</a>&nbsp;: tout" in page.introduction
    codes = {finding.code for finding in check_latest(page).findings}
    assert "spacing-breaking" not in codes


@pytest.mark.django_db
def test_the_fields_of_an_english_report_stay_as_they_are(import_file):
    import_file(FRONT.format("language: en\n"))
    page = AnnualReportPage.objects.get(year=2024)
    assert page.title == "Bilan 2024 : une année"
