"""Numbers in rich text that name the figures which they repeat, as the graph answers them."""

import json
from typing import Any

import pytest

from reports.content.models import AnnualReportPage
from reports.content.models.page_document import read_body
from reports.core.figure_addresses import PlaceAddress
from reports.core.figure_addresses.resolving import get_places
from reports.core.text.citations import StoredCitation, write_citation
from reports.publishing.models import ReportVersion
from reports.publishing.versions import stored_bytes
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

from .test_changes import act

pytestmark = pytest.mark.django_db

CITATION = """citation { way holds figure { text value } place { section block anchor path }
  sources { address words figure { text } } }"""
REPORT = f"""query ($version: Int) {{ report(year: 2024, version: $version) {{ body {{ ... on
  ParagraphBlock {{ content {{ html text tree {{ kind parent text {CITATION} }} }} }} }} }} }}"""
FIGURES = build.key_figures(("", "58", "services"), ("", "47", "services en 2023"))


def addresses_of(page: AnnualReportPage) -> list[str]:
    """The addresses of the figures of a report, in its order."""
    return [
        str(PlaceAddress(page.translation_key, place.pointer, year=page.year))
        for place in get_places(read_body(page))
        if place.figure
    ]


def cite(words: str, *addresses: str, way: str = "same") -> str:
    return write_citation(StoredCitation(addresses, way, words))


def publish_text(page: AnnualReportPage, html: str) -> list[Any]:
    """Put a paragraph before the body of a report and publish it."""
    body = [*stored(build.prose(html)), *page.body.get_prep_value()]
    page.body = json.dumps(body)
    with act():
        page.save()
    return body


def content(answer: Any) -> Any:
    (found,) = [block["content"] for block in answer["data"]["report"]["body"] if block]
    return found


def test_a_citation_leads_to_its_figure(publish: Any, ask: Any) -> None:
    page = publish(2024, stored(build.heading("Résultats", anchor="resultats"), FIGURES))
    first, _ = addresses_of(page)
    body = publish_text(page, f"<p>Nous suivons <b>{cite('58', first)}</b> services.</p>")

    found = content(ask(REPORT))
    place = f"/bilan/2024/#{body[-1]['id']}"
    data = f'<data value="58" data-figure="{first}" data-place="{place}">58</data>'
    assert found["html"] == f"<p>Nous suivons <b>{data}</b> services.</p>"
    assert found["text"] == "Nous suivons 58 services."
    (node,) = [node for node in found["tree"] if node["kind"] == "DATA"]
    assert [each["text"] for each in found["tree"] if each["kind"] == "TEXT"] == [
        "Nous suivons ",
        "58",
        " services.",
    ]
    heading, figures = body[-2:]
    assert node["citation"] == {
        "way": "SAME",
        "holds": True,
        "figure": {"text": "58", "value": "58"},
        "place": {
            "section": heading["id"],
            "block": figures["id"],
            "anchor": figures["id"],
            "path": place,
        },
        "sources": [{"address": first, "words": "1 › services", "figure": {"text": "58"}}],
    }


def test_a_computed_number_names_all_its_figures(publish: Any, ask: Any) -> None:
    page = publish(2024, stored(FIGURES))
    both = addresses_of(page)
    publish_text(page, f"<p>Soit {cite('12', *both, way='difference')} de plus.</p>")

    (node,) = [node for node in content(ask(REPORT))["tree"] if node["citation"]]
    assert (node["citation"]["figure"], node["citation"]["place"]) == (None, None)
    assert node["citation"]["holds"] is False
    assert [each["address"] for each in node["citation"]["sources"]] == both


def test_a_figure_of_another_report_is_cited_while_it_is_public(publish: Any, ask: Any) -> None:
    before = publish(2023, stored(FIGURES))
    address = addresses_of(before)[0]
    page = publish(2024, stored(build.heading("Résultats")))
    publish_text(page, f"<p>{cite('58', address)} services en 2023.</p>")

    (node,) = [node for node in content(ask(REPORT))["tree"] if node["citation"]]
    assert node["citation"]["place"]["path"].startswith("/bilan/2023/#")
    with act():
        before.unpublish()
    found = content(ask(REPORT))
    assert found["html"] == "<p>58 services en 2023.</p>"
    assert not [node for node in found["tree"] if node["kind"] == "DATA"]


def test_a_heading_that_cites_what_is_hidden_is_stored_as_words(publish: Any) -> None:
    before = publish(2023, stored(FIGURES))
    address = addresses_of(before)[0]
    page = publish(2024, [])

    def publish_heading(words: str) -> str:
        heading = stored(build.heading(words, anchor="services"))
        heading[0]["value"]["cited"] = cite("58", address)
        page.body = json.dumps(heading)
        with act():
            page.save()
        versions = ReportVersion.objects.filter(report_key=page.translation_key)
        digest = versions.latest("number").content_id
        return stored_bytes.load([digest])[digest].decode()

    assert address in publish_heading("Déjà 58 services")
    with act():
        before.unpublish()
    hidden = publish_heading("Nos 58 services")
    assert ("Nos 58 services" in hidden, address in hidden) == (True, False)


def test_an_older_version_cites_what_it_said(publish: Any, ask: Any) -> None:
    page = publish(2024, stored(FIGURES))
    body = publish_text(page, f"<p>{cite('58', addresses_of(page)[0])} services.</p>")
    said = ReportVersion.objects.latest("number").number
    page.body = json.dumps(body).replace('"58"', '"59"')
    with act():
        page.save()

    for version, holds, text in ((said, True, "58"), (None, False, "59")):
        answer = ask(REPORT, version=version)
        (node,) = [node for node in content(answer)["tree"] if node["citation"]]
        assert (node["citation"]["holds"], node["citation"]["figure"]["text"]) == (holds, text)


@pytest.mark.parametrize(
    "address", ["", "n’importe quoi", "r.x.2024.y", "i.absent.2024.result", "r.~.2024.~.~"]
)
def test_what_leads_nowhere_is_its_words(publish: Any, ask: Any, address: str) -> None:
    page = publish(2024, stored(FIGURES))
    publish_text(page, f'<p><bilan-figure of="{address}" as="same">58</bilan-figure> services.</p>')

    assert content(ask(REPORT))["html"] == "<p>58 services.</p>"


def test_words_without_a_number_are_words(publish: Any, ask: Any) -> None:
    page = publish(2024, stored(FIGURES))
    publish_text(page, f"<p>{cite('plusieurs', addresses_of(page)[0])} services.</p>")

    assert content(ask(REPORT))["html"] == "<p>plusieurs services.</p>"
