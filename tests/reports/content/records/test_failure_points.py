"""A merge, its undoing or a bulk publication that fails at any statement changes nothing."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.test import Client
from wagtail.models import ModelLogEntry, Revision

from reports.content.models import Service, User
from reports.content.records.merging import merge_records, undo_merge
from reports.content.records.publishing import publish_records
from tests.failing_statements import fail_everywhere
from tests.reports.publishing.test_failure_points import STORED

from .conftest import Write, card

pytestmark = pytest.mark.django_db

QUERY = """{ services { nodes { slug mission mentions { id } } }
  one: service(slug: "alpha") { slug } report(year: 2024) { version { number } } }"""


def read_rows() -> list[Any]:
    written = (*STORED, Service, Revision, ModelLogEntry)
    return [list(model._default_manager.order_by("pk").values()) for model in written]


def read_public() -> Any:
    return Client().post("/graphql/", {"query": QUERY}, content_type="application/json").json()


@pytest.fixture
def services(write: Write) -> list[Service]:
    """Two public services with drafts, of which a public report names the first one."""
    made = [Service.objects.create(name=name, slug=name.lower()) for name in ("Alpha", "Beta")]
    write(2024, card(made[0]), live=True)
    for service in made:
        service.mission = "Une mission écrite ensuite."
        service.save_revision()
    return [Service.objects.get(pk=service.pk) for service in made]


@pytest.mark.parametrize("act", ["merge", "undo", "publish"])
def test_an_act_that_fails_anywhere_changes_nothing(
    act: str,
    services: list[Service],
    people: dict[str, User],
    settings: Any,
    record_property: Callable[[str, object], None],
) -> None:
    # Wagtail's indexes are written by tasks, which log what fails, and go on.
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    user = people["administration"]
    first, second = services
    run: Callable[[], object] = {
        "merge": partial(merge_records, first, second, user),
        "undo": lambda: undo_merge(Service.objects.get(pk=first.pk), user),
        "publish": lambda: publish_records(Service.objects.order_by("pk"), user),
    }[act]
    if act == "undo":
        merge_records(first, second, user)
    before = read_public()
    assert "errors" not in before
    count = fail_everywhere(run, read_rows)
    assert read_public() == before
    run()
    assert read_public() != before
    assert count > 10
    record_property(f"counted: statements at which an act failed ({act})", count)
