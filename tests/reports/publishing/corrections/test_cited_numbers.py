"""A number that changes with the figure which it cites is told with that figure, once."""

import json
from typing import Any

import pytest

from reports.content.models import AnnualReportPage
from reports.core.document import read
from reports.core.document.block_ids import derive_id
from reports.core.figure_addresses import PlaceAddress
from reports.core.figure_addresses.resolving import get_places
from reports.core.text.citations import StoredCitation, write_citation
from reports.publishing.corrections.questions import WORDS, Question, compare_with_latest
from reports.publishing.models import Correction
from tests.reports.publishing.corrections.bodies import AGENTS, USERS, indicator_table, paragraph
from tests.reports.publishing.corrections.conftest import draft

WAS = indicator_table(USERS, AGENTS)
IS = indicator_table(USERS, (*AGENTS[:3], "14", "15"))


def cite(page: AnnualReportPage, words: str, table: Any = WAS) -> str:
    """Return the element of words that cite the result of the agents."""
    places = [place for place in get_places(read([table])) if place.figure]
    address = PlaceAddress(page.translation_key, places[2].pointer, year=page.year)
    return write_citation(StoredCitation((str(address),), "same", words))


@pytest.fixture
def cited(page: AnnualReportPage) -> AnnualReportPage:
    """A report that is public with a sentence that cites its table twice."""
    page.body = json.dumps([sentence(page, "12"), WAS])
    page.save()
    page.refresh_from_db()
    Correction.objects.all().delete()
    return page


def sentence(page: AnnualReportPage, words: str, other: str = "") -> dict[str, Any]:
    first, second = cite(page, words), cite(page, other or words)
    return paragraph(f"Nous formons {first} agents. Ces {second} agents restent.")


def ask(page: AnnualReportPage, *body: Any, **fields: Any) -> list[Question]:
    draft(page, *body, **fields)
    page.refresh_from_db()
    comparison = compare_with_latest(page.get_latest_revision_as_object())
    assert comparison
    return comparison.questions


def test_sentences_that_follow_their_figure_are_told_with_it(cited: AnnualReportPage) -> None:
    (question,) = ask(cited, sentence(cited, "14"), IS)

    assert question.change
    assert question.change.sentences == ("Nous formons 14 agents", "Ces 14 agents restent.")
    assert question.sentence == "Agents, Résultats 2024\xa0: 14 au lieu de 12, à trois endroits"


def test_a_sentence_that_did_not_follow_is_not_counted(cited: AnnualReportPage) -> None:
    (question,) = ask(cited, sentence(cited, "12", "14"), IS)

    assert question.sentence.endswith("14 au lieu de 12, à deux endroits")


def test_other_words_and_numbers_are_asked_about_as_before(cited: AnnualReportPage) -> None:
    changed = sentence(cited, "14")
    changed["value"]["text"] += "<p>Et 3 autres.</p>"
    figure, words = ask(cited, changed, IS)

    assert (bool(figure.change), words.key) == (True, WORDS)


def test_words_that_change_without_their_figure_are_asked_about(cited: AnnualReportPage) -> None:
    (question,) = ask(cited, sentence(cited, "12", "13"), WAS)

    assert (question.key, question.numbers) == (WORDS, (("12", "13"),))


def test_a_number_that_is_cited_only_now_is_asked_about(page: AnnualReportPage) -> None:
    page.body = json.dumps([paragraph("Nous formons 12 agents."), WAS])
    page.save()
    page.refresh_from_db()
    now = paragraph(f"Nous formons {cite(page, '14')} agents.")
    figure, words = ask(page, now, IS)

    assert figure.sentence == "Agents, Résultats 2024\xa0: 14 au lieu de 12"
    assert words.numbers == (("12", "14"),)


def test_the_introduction_follows_its_figure(page: AnnualReportPage) -> None:
    page.body = json.dumps([WAS])
    page.introduction = f"<p>Nous formons {cite(page, '12')} agents.</p>"
    page.save()
    page.refresh_from_db()
    now = f"<p>Nous formons {cite(page, '14')} agents.</p>"
    (question,) = ask(page, IS, introduction=now)

    assert question.sentence.endswith("14 au lieu de 12, à deux endroits")
    other = now.replace("formons", "suivons")
    assert [each.key for each in ask(page, IS, introduction=other)][1:] == [WORDS]


def test_a_heading_follows_its_figure(page: AnnualReportPage) -> None:
    def head(words: str, number: str) -> dict[str, Any]:
        value = {"text": words, "level": "2", "anchor": "agents", "cited": cite(page, number)}
        return {"type": "heading", "id": derive_id("head"), "value": value}

    page.body = json.dumps([head("Déjà 12 agents", "12"), WAS])
    page.save()
    page.refresh_from_db()
    (question,) = ask(page, head("Déjà 14 agents", "14"), IS)
    assert question.change
    assert question.change.sentences == ("Déjà 14 agents",)

    (question, *_) = ask(page, head("Déjà 14 agents", "13"), IS)
    assert question.change
    assert question.change.sentences == ()
