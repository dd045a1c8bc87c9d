"""What a draft lacks is named, in order, and one editor's draft does not excuse another's page."""

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from reports.content.blocks.draft_problems import find_problems
from reports.content.folding.bodies import ReportBody
from reports.content.models import AnnualReportPage

pytestmark = pytest.mark.django_db  # a page asks what it is of

ID = "00000000-0000-4000-8000-{:012d}"


def page(*blocks: tuple[str, dict[str, Any]], **fields: Any) -> AnnualReportPage:
    body = [
        {"type": kind, "id": ID.format(number), "value": value}
        for number, (kind, value) in enumerate(blocks)
    ]
    return AnnualReportPage(**{"title": "Bilan", "year": 2024, **fields}, body=json.dumps(body))


def told(page: AnnualReportPage) -> list[tuple[str, str]]:
    return [(problem.block, problem.message) for problem in find_problems(page)]


HEADING = {"text": "Titre", "level": "2", "anchor": "", "old_anchors": []}


def test_nothing_is_missing() -> None:
    assert told(page(("heading", HEADING))) == []


def test_the_page_itself() -> None:
    assert told(page(title=" ", year=None)) == [
        ("", "La page n’a pas de titre."),
        ("", "Le bilan n’a pas d’année."),
    ]


def test_the_labels_that_lead_to_a_hole() -> None:
    links = {
        "items": [{"text": "a", "url": "https://e.org/"}, {"text": "", "url": "https://e.org"}]
    }
    found = told(page(("heading", {**HEADING, "text": ""}), ("links", links)))

    assert found == [
        (ID.format(0), "Titre › Titre : Champ requis."),
        (ID.format(1), "Liens › Liens › 2 › Texte : Champ requis."),
    ]


@pytest.mark.django_db
def test_a_reference_that_leads_nowhere_is_told_once() -> None:
    picture = {"picture": 987_654, "alt": "a", "caption": ""}

    assert told(page(("picture", picture))) == [
        (
            ID.format(0),
            "Image › Image : ce qui était choisi n’existe plus ; choisissez autre chose.",
        )
    ]


def test_two_editors_at_once_leave_what_is_required_required() -> None:
    block = AnnualReportPage._meta.get_field("body").stream_block
    assert isinstance(block, ReportBody)
    holes = page(("heading", {**HEADING, "text": ""})).body

    def draft(_: int) -> None:
        block.clean_deferred(holes)

    def publish(_: int) -> bool:
        with pytest.raises(ValidationError):
            block.clean(holes)
        return True

    with ThreadPoolExecutor(8) as threads:
        drafts = [threads.submit(draft, n) for n in range(60)]
        refused = list(threads.map(publish, range(60)))
        assert [found.result() for found in drafts] == [None] * 60
    assert all(refused)
    assert publish(0)
