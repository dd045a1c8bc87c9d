"""From the editor's keyboard to the graph: edited, submitted, approved, read."""

import json
import re
from collections.abc import Callable
from typing import Any
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from reports.content.models import AnnualReportPage
from reports.core.text.rich_text import plain

from .conftest import approve, open_actions, unfold, wait_until_watched

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CODE = "nombre-de-nouveaux-agents-publics-impliques-dans-lapproche-betagouvfr"
QUERY = """query ($code: String!) {
  indicator(code: $code) { series { period { label } kind figure { raw } } }
  report(year: 2024) { body { ... on IndicatorTableBlock { indicatorRows { cells { text } } } } }
}"""


KEPT = ("basis", "written_for")  # bookkeeping of charts


def stated(server: LiveServer) -> tuple[str, list[str]]:
    """The result of 2024 in the series, and all cells of the report's table."""
    data = json.dumps({"query": QUERY, "variables": {"code": CODE}}).encode()
    question = Request(f"{server.url}/graphql/", data, {"Content-Type": "application/json"})
    with urlopen(question) as answer:
        content = json.load(answer)["data"]
    series = {
        (o["period"]["label"], o["kind"]): o["figure"]["raw"]
        for o in content["indicator"]["series"]
    }
    rows = next(block["indicatorRows"] for block in content["report"]["body"] if block)
    return series["Résultats 2024", "RESULT"], [c["text"] for row in rows for c in row["cells"]]


def told(stored: Any) -> Any:
    """Stored block data as a reader has it: rich text as its words, no bookkeeping."""
    if isinstance(stored, dict):
        return {name: told(value) for name, value in stored.items() if name not in KEPT}
    if isinstance(stored, list):
        return [told(item) for item in stored]
    return plain(stored).split() if isinstance(stored, str) else stored


def changed(before: Any, after: Any) -> list[tuple[Any, Any]]:
    """The leaves that differ between two bodies of one shape."""
    if type(before) is not type(after):
        return [(before, after)]
    if isinstance(before, dict) and before.keys() == after.keys():
        return [pair for name in before for pair in changed(before[name], after[name])]
    if isinstance(before, list) and len(before) == len(after):
        return [pair for pair in zip(before, after, strict=True) for pair in changed(*pair)]
    return [] if before == after else [(before, after)]


def test_a_figure_is_edited_submitted_approved_and_read(
    demo: AnnualReportPage, sign_in: Callable[[str], Page], live_server: LiveServer
) -> None:
    assert stated(live_server)[0] == "217"
    before = told(demo.body.get_prep_value())

    editor = sign_in("redaction")
    editor.goto(f"/admin/pages/{demo.pk}/edit/")
    wait_until_watched(editor)
    unfold(editor, demo, "indicator_table")
    editor.get_by_label(re.compile("^Résultats 2024, Nombre de nouveaux agents")).fill("219")
    open_actions(editor)
    expect(editor.get_by_role("button", name="Publier", exact=True)).to_have_count(0)
    editor.get_by_role("button", name=re.compile("^Soumettre")).click()
    editor.get_by_text("est soumis à la relecture").wait_for()
    assert stated(live_server)[0] == "217"  # a draft is nobody's but the editors'

    approver = sign_in("validation")
    expect(approver.get_by_text("En attente de vous")).to_be_visible()
    approver.goto(f"/admin/pages/{demo.pk}/edit/")
    approve(approver)

    result, cells = stated(live_server)
    assert result == "219"
    assert "219" in cells
    assert "217" not in cells

    # Nothing else has changed on the way through the editor: no reference, no id, no word.
    demo.refresh_from_db()
    assert changed(before, told(demo.body.get_prep_value())) == [("217", "219")]
