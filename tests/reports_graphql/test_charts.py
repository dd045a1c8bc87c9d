"""A chart leaves as a specification and as a drawing, where there is something to draw."""

from typing import Any

import pytest
from django.http import HttpRequest

from reports.content.charts import block as chart_block
from reports.content.charts import drawing, process
from reports.content.charts.process import NotDrawn
from reports_graphql.field_cost import read_cost
from reports_graphql.query_limits import cost_model
from reports_graphql.schema import schema
from reports_graphql.shipped_documents import execute_shipped

from .bodies import Body, block, row, table, uid
from .conftest import Ask, Publish

CHART = "{ report(year: 2024) { body { ... on ChartBlock { id %s } } } }"


@pytest.fixture(autouse=True)
def nothing_is_drawn_yet(tmp_path: Any, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    drawing._failed.clear()


@pytest.fixture
def body() -> Body:
    """A chart with data, and one that is only a picture."""
    data = table(10, ["Année", "Services"], row(1, "2023", "59"), row(2, "2024", "N/A"))
    chart = {"title": "Services", "kind": "column", "data": data, "unit": "services"}
    picture = {"title": "Courbe", "kind": "picture", "transcription": "<p>Elle monte.</p>"}
    return [block(1, "chart", chart), block(2, "chart", picture)]


def test_a_chart_is_specified_and_drawn(publish: Publish, ask: Ask, body: Body) -> None:
    publish(2024, body)

    answer = ask(CHART % "spec svg")

    assert "errors" not in answer
    chart, picture = answer["data"]["report"]["body"]
    assert chart["spec"]["$schema"] == "https://vega.github.io/schema/vega-lite/v5.json"
    assert chart["spec"]["data"]["values"] == [
        {"category": "1\n2023", "series": "1\nServices", "value": 59, "text": "59"},
        {"category": "2\n2024", "series": "1\nServices", "value": None, "text": ""},
    ]
    assert chart["svg"].startswith('<svg xmlns="http://www.w3.org/2000/svg" viewBox=')
    assert ">services<" in chart["svg"]
    assert picture == {"id": uid(2), "spec": None, "svg": None}
    assert ask(CHART % "spec svg") == answer


def test_a_chart_that_cannot_be_drawn_is_none(
    publish: Publish, ask: Ask, body: Body, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(format: str, specs: list[Any]) -> list[bytes]:
        raise NotDrawn("for a test")

    monkeypatch.setattr(process, "draw_in_process", fail)
    publish(2024, body)

    answer = ask(CHART % "spec svg")

    assert "errors" not in answer
    assert answer["data"]["report"]["body"][0]["svg"] is None
    assert answer["data"]["report"]["body"][0]["spec"]


@pytest.mark.parametrize(("drawn", "is_kept"), [(None, True), (NotDrawn, False)])
def test_an_answer_without_a_drawing_is_kept_if_there_will_never_be_one(
    publish: Publish, body: Body, monkeypatch: pytest.MonkeyPatch, drawn: Any, is_kept: bool
) -> None:
    def draw(format: str, specs: list[Any]) -> list[Any]:
        if drawn:
            raise drawn
        return [None] * len(specs)

    monkeypatch.setattr(process, "draw_in_process", draw)
    body[0]["value"]["title"] = f"Dessin {is_kept}"  # those that were drawn are kept by their words
    page = publish(2024, body)

    for _ in range(2):
        answer = execute_shipped(HttpRequest(), "report", {"year": 2024}, page.get_site())
        assert answer.is_complete == is_kept


def test_who_asks_for_neither_draws_nothing(
    publish: Publish, ask: Ask, body: Body, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(chart_block, "build_spec", lambda *given: asked.append(given))
    publish(2024, body)

    ask(CHART % "title rows { name } transcription { html }")
    assert asked == []
    ask(CHART % "spec")
    assert len(asked) == 2


@pytest.mark.parametrize("field", ["spec", "svg"])
def test_each_time_that_it_is_asked_for_has_its_price(field: str) -> None:
    charts = cost_model.OTHER_BLOCKS  # in a report
    weight = read_cost(schema._schema.type_map["ChartBlock"].fields[field]).weight

    without, once, twice = (
        schema.prepare(CHART % more).cost for more in ("", field, f"{field} again: {field}")
    )

    assert once - without == pytest.approx(charts * weight, abs=1)
    assert twice - once == pytest.approx(charts * weight, abs=1)
