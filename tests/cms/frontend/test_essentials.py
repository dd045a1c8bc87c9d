"""The page begins with the figures that sum up the report, beside those of the year before."""

from typing import Any

import pytest
from django.test import Client

from cms.frontend.essentials import compare_figures
from tests.reports_graphql.bodies import block, fact, item

FIGURE = {"state": "VALUE", "unit": None, "currency": None, "qualifier": "EXACT", "valueTo": None}


def figure(value: str | None, **other: Any) -> dict[str, Any]:
    return {**FIGURE, "value": value, **other}


@pytest.mark.parametrize(
    ("before", "after", "direction", "words", "good", "bad"),
    [
        (figure("7"), figure("11"), "UP", "en hausse", True, False),
        (figure("11"), figure("7"), "UP", "en baisse", False, True),
        (figure("11"), figure("7"), "DOWN", "en baisse", True, False),
        (figure("7"), figure("11"), "DOWN", "en hausse", False, True),
        (figure("7"), figure("7.0"), "UP", "stable", False, False),
        (figure("7"), figure("11"), None, "en hausse", False, False),
    ],
)
def test_a_change_in_words(
    before: Any, after: Any, direction: Any, words: str, good: bool, bad: bool
) -> None:
    trend = {"words": words, "is_good": good, "is_bad": bad}
    assert compare_figures(before, after, direction) == trend


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, figure("1")),
        (figure(None), figure("1")),
        (figure("1"), figure(None)),
        (figure("1"), figure("1", unit="PERCENT")),
        (figure("1"), figure("1", currency="EUR")),
        (figure("1"), figure("1", qualifier="CHANGE")),
        (figure("1", valueTo="2"), figure("1", valueTo="2")),
    ],
)
def test_what_does_not_compare(before: Any, after: Any) -> None:
    assert compare_figures(before, after, "UP") is None


def body(value: str, after: str, leading: bool = True) -> list[dict[str, Any]]:
    facts = [item(902, fact(value, after=after, leading=leading))]
    return [block(9, "key_figures", {"groups": [item(901, {"title": "", "facts": facts})]})]


def test_on_the_page(client: Client, publish: Any) -> None:
    earlier = publish(2023, body("213", "services"))
    publish(2024, body("248", "services"))
    page = client.get("/bilan/2024/").content.decode()
    start = page.index("L’essentiel")
    shown = page[start : page.index("</section>", start)]
    assert "248" in shown
    assert "213 dans le bilan 2023" in shown
    assert "en hausse" in shown
    assert start < page.index("<article")

    earlier.unpublish()
    page = client.get("/bilan/2024/").content.decode()
    assert "248" in page
    assert "213" not in page


def test_no_heading_without_figures(client: Client, publish: Any) -> None:
    publish(2024, body("248", "services", leading=False))
    assert "L’essentiel" not in client.get("/bilan/2024/").content.decode()
