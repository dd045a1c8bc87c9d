"""A fact is one line in the form, and stored in its parts."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from django.http import QueryDict
from wagtail import blocks
from wagtail.models import Page

from reports.content.blocks.fact_blocks import FactBlock, ListedFactBlock
from reports.content.blocks.fact_forms import SentenceBlock
from reports.content.blocks.fact_lines import read_line
from reports.content.folding.bodies import ReportBody
from reports.content.models import AnnualReportPage, HomePage, ReportIndexPage
from tests.reports.every_variant import build_body
from tests.reports.test_every_variant import build_unsaved

pytestmark = pytest.mark.django_db  # an address of the service itself becomes a path

FACT, LISTED = FactBlock(), ListedFactBlock()


def fact(before: str = "", figure: Any = "", after: str = "", url: str = "") -> dict[str, Any]:
    return {"before": before, "figure": figure, "after": after, "url": url}


def listed(lead: str = "", *parts: Any, level: int = 1) -> dict[str, Any]:
    return {"level": level, "lead": lead, **fact(*parts)}


def show(block: SentenceBlock, stored: Any) -> dict[str, Any]:
    return block.get_form_state(block.to_python(stored))


def send(block: SentenceBlock, state: Mapping[str, Any], **change: str) -> dict[str, Any]:
    """Return what is stored of a form that was shown, with what somebody changed in the line."""
    line = state["figure"]
    posted = {
        "line": line["line"],
        "parts": json.dumps(line["parts"]),
        "read_as": line["readAs"],
    } | change
    data = QueryDict(mutable=True)
    data.update({f"p-figure-{name}": text for name, text in posted.items()})
    for name in set(state) - {"figure"}:
        if state[name]:
            data[f"p-{name}"] = "on" if state[name] is True else str(state[name])
    assert not block.value_omitted_from_data(data, {}, "p")
    return block.get_prep_value(block.clean(block.value_from_datadict(data, {}, "p")))


@pytest.mark.parametrize(
    ("block", "stored", "line", "is_fixed"),
    [
        (FACT, fact("", "91 373", "signalements traités"), "91 373 signalements traités", False),
        (FACT, fact("(soit", "15 ETPT", ", dont 2)"), "(soit 15 ETPT, dont 2)", False),
        (FACT, fact("12 agents en", "2020", ""), "12 agents en 2020", True),
        (FACT, fact("Sans chiffre"), "Sans chiffre", False),
        (FACT, fact("12 mots", "", "seuls"), "12 mots seuls", True),
        (FACT, fact("", {"raw": "+80 % du reste", "read_as": "80 %"}), "+80 % du reste", True),
        (FACT, fact("un", "3", "", "https://example.org/"), "un 3", False),
        (FACT, fact(), "", False),
        (LISTED, listed("Accès :", "", "62 %", "des pages"), "Accès : 62 % des pages", False),
        (LISTED, listed("En 3 mots :", "", "62 %", "", level=2), "En 3 mots : 62 %", False),
        (LISTED, listed("Gras seul"), "Gras seul", False),
    ],
)
def test_a_line_that_nobody_edits_is_stored_as_it_was(
    block: SentenceBlock, stored: Any, line: str, is_fixed: bool
) -> None:
    state = show(block, stored)
    assert state["figure"]["line"] == line
    assert state["figure"]["isFixed"] is is_fixed
    assert {"lead", "before", "after"}.isdisjoint(state)
    assert send(block, state) == stored


@pytest.mark.parametrize(
    ("line", "parts", "read_as", "expected"),
    [
        ("91 373 signalements", "", "", ("", "", "91 373", "signalements")),
        ("à venir", "[]", "", ("", "à venir", "", "")),
        # somebody has moved the figure, with or without the spaces that the page shows
        ("12 agents en 2020", '["", "12 agents en", "2020", ""]', "", None),
        ("l’12 en 3 ans", '["", "l’12 en", "3 ans", ""]', "", None),
        ("12 agents", '["", "12 agents", "", ""]', "", None),
        # the text is another: it is split as if nothing were carried
        ("13 agents", '["", "12", "agents", ""]', "", ("", "", "13", "agents")),
        ("12 agents", '["", "12 agents", "", ""]', "une douzaine", ("", "", "12", "agents")),
        ("des agents", "", "12", ("", "", "des agents", "")),
        ("Accès : 3 pages", '["Accès :"]', "", ("Accès :", "", "3", "pages")),
        ("Accès : 3 pages", '["Autre"]', "", ("", "Accès :", "3", "pages")),
        ("3 pages", '{"a": 1}', "", ("", "", "3", "pages")),
        ("3 pages", "[3, 4]", "", ("", "", "3", "pages")),
        ("3 pages", "[" * 9999, "", ("", "", "3", "pages")),
    ],
)
def test_a_line_is_divided_as_somebody_said_or_else_by_its_figure(
    line: str, parts: str, read_as: str, expected: Any
) -> None:
    assert read_line(line, parts, read_as) == (expected or tuple(json.loads(parts)))


def test_what_is_typed_takes_the_place_of_what_was_there() -> None:
    state = show(FACT, fact("", {"raw": "+8 %", "read_as": "8 %"}, "du reste", "/a"))
    assert send(FACT, state, line="Plus de 12 agents", read_as="") == fact(
        "", "Plus de 12", "agents", "/a"
    )
    assert send(FACT, state, line="", parts="[]", read_as="") == fact(url="/a")
    assert send(FACT, state, read_as="plus de 8 %")["figure"] == {
        "raw": "+8 %",
        "read_as": "plus de 8 %",
    }


def test_a_fact_without_lead_keeps_the_words_of_one() -> None:
    sent = send(FACT, show(FACT, fact()), line="Dont : 3", parts='["Dont :"]')
    assert sent == fact("Dont :", "3")


def test_a_tick_and_a_level_are_stored_beside_the_line() -> None:
    stored = {**listed("", "", "3", "pages", level=2), "leading": True}
    assert send(LISTED, show(LISTED, stored)) == stored


def test_a_form_that_was_open_before_is_accepted() -> None:
    data = QueryDict(mutable=True)
    rest = {"after": "x", "level": "1", "url": ""}
    old = {"lead": "Accès :", "before": "", "figure": "62 %", "figure_read_as": "60 %"}
    data.update({f"p-{name}": text for name, text in {**old, **rest}.items()})
    assert not LISTED.value_omitted_from_data(data, {}, "p")
    stored = LISTED.get_prep_value(LISTED.clean(LISTED.value_from_datadict(data, {}, "p")))
    assert stored == listed("Accès :", "", {"raw": "62 %", "read_as": "60 %"}, "x")


def list_facts(block: blocks.Block, value: Any) -> Iterator[tuple[SentenceBlock, Any]]:
    """Yield the facts that a form shows as lines, in a value of a block."""
    match block:
        case SentenceBlock():
            yield block, value
        case blocks.BaseStructBlock():
            for name, child in block.child_blocks.items():
                yield from list_facts(child, value.get(name))
        case blocks.ListBlock() if type(block).__name__ != "BudgetLinesBlock":
            for item in value:
                yield from list_facts(block.child_block, item)


def check_body(body: Any) -> int:
    """Send each fact of a body back as it was shown, and return how many there are."""
    count = 0
    for child in body:
        for block, value in list_facts(child.block, child.value):
            stored = block.get_prep_value(value)
            assert send(block, block.get_form_state(value)) == stored
            count += 1
    return count


def test_each_variant_is_stored_word_for_word() -> None:
    assert check_body(ReportBody().to_python(build_body(build_unsaved()))) > 50


@pytest.mark.parametrize("year", [2023, 2024])
def test_a_real_report_is_stored_word_for_word(
    year: int, real_reports: Path, import_file: Any
) -> None:
    home = Page.get_first_root_node().add_child(instance=HomePage(title="Accueil", slug="accueil"))
    home.add_child(instance=ReportIndexPage(title="Bilans", slug="bilan"))
    folder = real_reports / str(year)
    import_file(folder / f"{year}.md", assets=folder, year=year)
    page = AnnualReportPage.objects.get(year=year).get_latest_revision_as_object()
    assert check_body(page.body) > 80
