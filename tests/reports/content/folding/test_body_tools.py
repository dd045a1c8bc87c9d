"""What apps above add to the form of a body, and a form without any."""

import pytest
from django.forms import Media

from reports.content.folding import body_tools
from reports.content.folding.block import FoldingStreamBlockAdapter
from reports.content.folding.body_tools import BodyTool, register_body_tool
from reports.content.folding.stored_blocks import Storage
from reports.content.folding.widget import FoldingWidget
from reports.content.models import AnnualReportPage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(body_tools, "_tools", {})


def render_form(page_id: int | None) -> str:
    page = AnnualReportPage()
    widget = FoldingWidget(page.body.stream_block)
    widget.storage = Storage(page, "body")
    widget.urls = body_tools.list_urls(page_id)
    return widget.render("body", page.body)


def list_files() -> str:
    media: Media = FoldingStreamBlockAdapter().media
    return str(media)


def test_a_form_without_tools_asks_nothing() -> None:
    assert '<div data-bilan-clipboard="" hidden></div>' in render_form(7)
    assert "folding/body.js" in list_files()
    assert not [app for app in ("pasting", "replacements", "outline") if app in list_files()]


def test_a_form_has_the_tools_that_are_registered() -> None:
    register_body_tool(BodyTool("weigh", "weigh/scale", ("weigh/pan",), lambda page: f"/{page}"))
    register_body_tool(BodyTool("tilt", "tilt/edge", ()))
    assert '<div data-bilan-clipboard="" data-bilan-weigh="/7" hidden></div>' in render_form(7)
    files = list_files()
    assert "reports/weigh/pan.css" in files
    assert files.index("folding/body.js") < files.index("weigh/scale.js")
    assert files.index("weigh/scale.js") < files.index("tilt/edge.js")
