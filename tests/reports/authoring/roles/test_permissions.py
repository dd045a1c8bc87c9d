"""Who may do what: each act of docs/permissions.md is tried by everybody, on the real views."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from reports.authoring.roles.documentation import Act, build_page, load_acts
from tests.reports.authoring.doors import APPS, DOORS
from tests.reports.authoring.world import Visit, World

PAGE = Path(__file__).resolve().parents[4] / "docs" / "permissions.md"


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker) -> Iterator[World]:
    """Made once: what somebody does in it is undone before somebody else tries."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield World()
        transaction.set_rollback(True)


def test_the_page_is_made_of_the_table() -> None:
    assert PAGE.read_text(encoding="utf-8") == build_page(), "run `make docs`"


def test_every_act_is_tried() -> None:
    assert [act.name for act in load_acts() if act.name not in DOORS] == []
    assert set(DOORS) - {act.name for act in load_acts()} == set()


def list_tries() -> Iterator[Any]:
    """Yield each act, marked by the app that it needs."""
    for act in load_acts():
        app = APPS.get(act.name)
        yield pytest.param(act, marks=[pytest.mark.needs_app(app)] if app else [], id=act.name)


@pytest.mark.django_db
@pytest.mark.parametrize("act", list_tries())
def test_who_may_does_and_nobody_else(
    act: Act, world: World, record_property: Callable[[str, object], None]
) -> None:
    done = {}
    for who, user in world.people.items():
        with transaction.atomic():
            done[who] = DOORS[act.name](Visit(world, user))
            transaction.set_rollback(True)

    assert {who for who, happened in done.items() if happened} == set(act.roles)
    record_property("counted: acts tried by somebody in the admin", len(done))
