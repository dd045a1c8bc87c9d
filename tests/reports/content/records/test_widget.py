"""The field of a reference: what the form knows of what is chosen, and what that costs."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from reports.content.folding.bodies import ReportBody
from reports.content.models import Incubator, Service
from tests.reports.content.records.conftest import Write, card

pytestmark = pytest.mark.django_db


def test_the_form_knows_what_is_chosen(mano: Service) -> None:
    block = ReportBody().child_blocks["impact_cards"].child_blocks["cards"].child_block
    service = block.child_blocks["service"]
    state = service.get_form_state(service.to_python(mano.pk))

    assert (state["id"], state["key"], state["line"]) == (mano.pk, "mano", "mano · Construction")
    assert service.get_form_state(None) is None
    assert service.get_form_state(service.to_python(999_999)) is None


def test_the_edit_view_asks_as_often_for_forty_as_for_one(
    editor: Client, write: Write, fabrique: Incubator
) -> None:
    services = [
        Service.objects.create(name=f"s{n}", slug=f"s{n}", incubator=fabrique) for n in range(40)
    ]
    page = write(2024, *map(card, services))
    with CaptureQueriesContext(connection) as asked:
        url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        shown = editor.get(url).content.decode()
    about = [query for query in asked if '"reports_service"' in query["sql"]]
    beside = [query for query in asked if 'FROM "reports_incubator"' in query["sql"]]
    assert "s39 \\u00b7 Fabrique" in shown
    assert (len(about), len(beside)) == (1, 0)
