"""What the dialog of citations is answered: figures of what the editor may read, and words."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from reports.content.models import AnnualReportPage
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.authoring.world import World
from tests.reports.checks import build
from tests.reports.publishing.answering import publish_answered

pytestmark = pytest.mark.django_db

FIGURES = build.key_figures(("", "58", "services"), ("", "2 480 000", "visites"))


@pytest.fixture
def world(db: None) -> World:
    made = World()
    write(made.report, FIGURES)
    return made


def write(report: AnnualReportPage, *blocks: build.Block) -> None:
    report.body = json.dumps(stored(*blocks))
    publish_answered(report.save_revision())


def ask(user: Any, report: int, path: str = "bilan_figures", **values: Any) -> Any:
    client = Client()
    if user:
        client.force_login(user)
    return client.get(reverse(path, args=[report]), values)


def list_figures(user: Any, report: int, **values: Any) -> list[dict[str, Any]]:
    figures: list[dict[str, Any]] = ask(user, report, **values).json()["figures"]
    return figures


def print_words(world: World, addresses: list[str], way: str, words: str = "") -> Any:
    values = {"de": addresses, "facon": way, "mots": words}
    return ask(world.colleague, world.report_pk, "bilan_citation", **values)


def test_the_figures_of_the_report_are_offered_with_their_places(world: World) -> None:
    found = list_figures(world.colleague, world.report_pk)

    assert [each["text"] for each in found] == ["58", "2 480 000".replace(" ", "\u202f")]
    assert found[0]["line"].startswith("Ce bilan · ")
    assert found[0]["line"].endswith("services")


def test_a_figure_that_selected_words_print_comes_first_with_its_way(world: World) -> None:
    first, second = list_figures(world.colleague, world.report_pk, mots="2,5 millions")

    assert (first["text"].startswith("2"), first["way"]) == (True, "rounded")
    assert "way" not in second


def test_the_report_before_is_offered_while_it_is_public(world: World) -> None:
    draft = world.draft()
    lines = [each["line"] for each in list_figures(world.colleague, draft.pk)]
    assert [line.partition(" · ")[0] for line in lines] == ["Bilan 2024", "Bilan 2024"]

    PageViewRestriction.objects.create(page=world.report, restriction_type="login")
    assert list_figures(world.colleague, draft.pk) == []


def test_words_are_printed_near_to_those_that_stand_there(world: World) -> None:
    visits, services = (
        each["address"] for each in list_figures(world.colleague, world.report_pk, mots="2 480 000")
    )
    for way, words, expected, holds in (
        ("rounded", "2,5 millions", "2,5 millions", True),
        ("rounded", "3,1 millions", "2,5\u00a0millions", False),
        ("same", "", "2\u202f480\u202f000", False),
    ):
        answer = print_words(world, [visits], way, words).json()
        assert answer == {"words": expected, "holds": holds}
    computed = print_words(world, [services, visits], "sum").json()
    assert computed["words"] == "2\u202f480\u202f058"


@pytest.mark.parametrize(("addresses", "way"), [(["r.x"], "same"), ([], "same"), (None, "sum")])
def test_what_cannot_be_printed_is_said(
    world: World, addresses: list[str] | None, way: str
) -> None:
    if addresses is None:
        addresses = [list_figures(world.colleague, world.report_pk)[0]["address"]]
    answer = print_words(world, addresses, way)
    assert answer.status_code == 400
    assert answer.json()["error"]


def test_nobody_else_is_told(world: World) -> None:
    for user in (None, world.people["sans groupe"]):
        answer = ask(user, world.report_pk)
        assert answer.status_code in (302, 403)
        assert "58" not in answer.content.decode()
    assert ask(world.colleague, 999_999).status_code == 404
