"""Whatever is posted or stored, however deep, an editor gets a sentence and a reader the rest."""

import json
import sys
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.blocks.base import get_error_json_data

from reports.content.folding.bodies import ReportBody
from reports.content.models import AnnualReportPage, User
from reports.content.models.page_reading import read_page
from reports.content.tables.block import parse_posted_table
from reports.core.document.table import Table
from tests.reports_graphql.conftest import QUERIES, index, no_cache, publish

pytestmark = pytest.mark.django_db

__all__ = ["index", "no_cache", "publish"]

DEEP = 100_000  # beyond what any parser of JSON follows
NEAR = (200, 500, 900, 980)  # what the parser reads, and Python may not write again

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "columns",
                    "rows",
                    "cells",
                    "raw",
                    "read_as",
                    "id",
                    "url",
                    "heading",
                    "note",
                    "parts",
                ]
            )
            | st.text(max_size=3),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)
few = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def nested(depth: int) -> str:
    return "[" * depth + "]" * depth


def in_a_table(depth: int) -> str:
    """A table whose first cell is nested."""
    deep = nested(depth)
    column = f'{{"id": "a", "heading": {deep}}}'
    row = f'{{"id": "r", "cells": [{deep}, {{"raw": {deep}}}], "note": {deep}}}'
    return f'{{"columns": [{column}], "rows": [{row}]}}'


def in_a_body(depth: int) -> str:
    """A stored body in which every text is nested."""
    deep = nested(depth)
    return f"""[
      {{"type": "heading", "id": "a", "value": {{"text": {deep}, "level": "2", "anchor": {deep}}}}},
      {{"type": "paragraph", "id": "b", "value": {{"text": {deep}}}}},
      {{"type": "paragraph", "id": "c", "value": {{"text": "<p>Le reste.</p>"}}}},
      {{"type": "key_figures", "id": "d", "value": {{"groups": [
          {{"title": {deep}, "facts": [{{"figure": {deep}}}]}}]}}}},
      {{"type": "data_table", "id": "e", "value": {{"caption": "", "table": {in_a_table(depth)}}}}},
      {{"type": "links", "id": "f", "value": {deep}}},
      {{"type": "inconnu", "id": "g", "value": {deep}}}
    ]"""


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("editor"))
    return client


@pytest.mark.parametrize("depth", [*NEAR, DEEP])
def test_a_table_is_read_however_deep_it_is(depth: int) -> None:
    for posted in (nested(depth), in_a_table(depth)):
        table = parse_posted_table(posted)
        assert table.stored
        lines = ReportBody().child_blocks["budget"].child_blocks["lines"]
        assert lines.value_from_form(posted) is not None


def test_a_stored_text_that_is_too_deep_to_be_written_is_empty() -> None:
    """The parser may have read it with more room below the limit than its reader has."""
    deep: list[Any] = []
    for _ in range(sys.getrecursionlimit()):
        deep = [deep]
    row = {"id": "r", "cells": ["12", {"raw": deep}], "note": deep}
    table = Table.from_stored({"columns": [{"id": "a", "heading": deep}], "rows": [row]})
    assert [cell.raw for cell in table.rows[0].cells] == ["12", ""]
    assert table.columns[0].heading == table.rows[0].note == ""


@pytest.mark.parametrize("depth", [*NEAR, DEEP])
def test_what_was_stored_too_deep_is_left_out_and_the_rest_is_read(
    editor: Client, publish: Any, depth: int
) -> None:
    report = publish(2024)
    report.body = in_a_body(depth)
    report.save()
    report.save_revision(clean=False)
    asked = {"query": (QUERIES / "report.graphql").read_text(), "variables": {"year": 2024}}

    report = AnnualReportPage.objects.get(pk=report.pk)
    read_page(report)
    answer = editor.post("/graphql/", asked, content_type="application/json")
    page = editor.get("/bilan/2024/")
    edit = editor.get(reverse("wagtailadmin_pages:edit", args=[report.pk]))
    call_command("rebuild_search", verbosity=0)

    assert (answer.status_code, page.status_code, edit.status_code) == (200, 200, 200)
    assert "errors" not in answer.json()
    if depth < 900:  # beyond, all of the body may be more than the parser reads
        assert "Le reste." in page.content.decode()


@few
@given(anything)
def test_any_json_is_a_table(stored: Any) -> None:
    table = parse_posted_table(json.dumps(stored))
    assert parse_posted_table(json.dumps(table.stored)) == table
    ReportBody().child_blocks["budget"].child_blocks["lines"].value_from_form(json.dumps(stored))


@few
@given(st.sampled_from(["bilan_readings", "bilan_chart"]), anything)
def test_no_json_is_too_much_for_what_the_widgets_ask(
    editor: Client, publish: Any, address: str, body: Any
) -> None:
    texts = {"title": "", "kind": "bar", "unit": "", "basis": "", "words": ""}
    chart = {**texts, "data": json.dumps(body), "written_for": json.dumps(body)}
    for sent in (body, [body], chart, {**texts, "data": body, "written_for": body}):
        response = editor.post(reverse(address), json.dumps(sent), content_type="application/json")
        assert response.status_code in (200, 400)


@pytest.mark.parametrize("address", ["bilan_readings", "bilan_chart"])
@pytest.mark.parametrize("depth", [*NEAR, DEEP])
def test_what_the_widgets_ask_may_be_deep(
    editor: Client, publish: Any, address: str, depth: int
) -> None:
    texts = {"title": "", "kind": "bar", "unit": "", "basis": "", "words": ""}
    table = in_a_table(depth)
    for sent in (
        nested(depth),
        f"[{table}]",
        json.dumps({**texts, "data": table, "written_for": ""}),
    ):
        response = editor.post(reverse(address), sent, content_type="application/json")
        assert response.status_code in (200, 400), sent[:40]
        assert "error" in response.json() or address == "bilan_chart"


STATES = ["", "x", "null", "[]", "{}", '{"blocks": 1}', '{"blocks": [{}]}', "[" * DEEP, "\0"]


@pytest.mark.parametrize("posted", STATES)
@pytest.mark.parametrize("view", ["edit", "preview_on_edit"])
def test_a_form_with_malformed_rich_text_or_tables_is_answered(
    editor: Client, publish: Any, posted: str, view: str
) -> None:
    report = publish(2024)
    form = {
        "title": "Bilan",
        "slug": "2024",
        "year": "2024",
        "hero_title": "",
        "introduction": posted,
        "body-count": "3",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "body-0-type": "paragraph",
        "body-0-order": "0",
        "body-0-deleted": "",
        "body-0-id": "a",
        "body-0-value-text": posted,
        "body-1-type": "data_table",
        "body-1-order": "1",
        "body-1-deleted": "",
        "body-1-id": "b",
        "body-1-value-caption": "",
        "body-1-value-table": posted,
        "body-2-type": "budget",
        "body-2-order": "2",
        "body-2-deleted": "",
        "body-2-id": "c",
        "body-2-value-lines": posted,
    }

    response = editor.post(reverse(f"wagtailadmin_pages:{view}", args=[report.pk]), form)

    assert response.status_code in (200, 302)
    if view == "edit" and posted == "x":
        error = response.context["form"].errors["body"].as_data()[0]
        said = json.dumps(get_error_json_data(error), ensure_ascii=False)
        assert "pas pu être lu" in said
