"""A drawing is safe to stand in a page, is the same each time, and is made once."""

import json
import logging
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from xml.etree import ElementTree

import pytest

from reports.content.charts import drawing, files, markup, process
from reports.content.charts.process import NotDrawn
from reports.content.charts.spec import build_spec

from .tables import SERVICE, THREE, one, table

NASTY = '<script>alert("é")</script> & 🎉 \''
SPECS = {
    "bar": build_spec(
        NASTY, "bar", table(["", NASTY], [NASTY, "59"], [SERVICE, "2,48 millions d’euros"])
    ),
    "column": build_spec("", "column", THREE, NASTY),
    "line": build_spec("", "line", one("700", "800", "N/A", "1 200", "1 500"), "membres"),
    "area": build_spec("", "area", one("800", "900", "", "1 200", "1 500")),
    "zeros": build_spec("", "column", one("0", "0")),
    "evolution": build_spec("", "bar", one("+12 %", "−25,5 %")),
    "clipped": {
        "data": {"values": [{"x": 1, "y": 2}, {"x": 2, "y": 9}]},
        "mark": {"type": "line", "clip": True},
        "encoding": {
            "x": {"field": "x", "type": "quantitative", "scale": {"domain": [0, 1]}},
            "y": {"field": "y", "type": "quantitative"},
        },
    },
}
PLACES = {  # rows and columns that have a value
    "bar": {("1", "1"), ("2", "1")},
    "column": {(row, column) for row in "12" for column in "123"} - {("2", "2")},
    "line": {(row, "1") for row in "1245"},
    "area": {(row, "1") for row in "1245"},
}
SMALL = {"description": "", "mark": "bar"}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><g>{}</g></svg>'


@pytest.fixture(scope="module")
def drawings() -> dict[str, str]:
    """One drawing of each, all by one process."""
    found = process.draw_in_process("svg", list(SPECS.values()))
    return {
        name: drawing.normalize_svg(f"charts/{name}.svg", content).decode()
        for name, content in zip(SPECS, found, strict=True)
    }


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The specifications that a process is asked for, which is none of ours."""
    found: list[Any] = []

    def draw(format: str, specs: list[Any]) -> list[bytes]:
        found.extend(specs)
        return [SVG.format("").encode() if format == "svg" else b"PNG" + files.ENDS["png"]] * len(
            specs
        )

    monkeypatch.setattr(process, "draw_in_process", draw)
    return found


def texts(svg: str) -> list[str]:
    found = ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    return [" ".join(element.itertext()) for element in found]


@pytest.mark.parametrize("name", SPECS)
def test_a_strict_policy_lets_it_stand_in_a_page(drawings: dict[str, str], name: str) -> None:
    svg = drawings[name]
    root = ElementTree.fromstring(svg)

    for element in root.iter():
        assert element.tag.rpartition("}")[2] in markup.ELEMENTS - {"script", "style"}
        assert not [a for a in element.attrib if a.startswith(("style", "on")) or "href" in a]
    assert "http" not in svg.replace(markup.SVG, "")
    assert root.attrib.keys() == {"viewBox", "class", "focusable", "aria-hidden"}
    assert (root.get("aria-hidden"), root.get("focusable")) == ("true", "false")
    assert len((root.get("viewBox") or "").split()) == 4
    assert {e.get("fill") for e in root.iter(f"{{{markup.SVG}}}text")} == {"currentColor"}


def test_ids_are_a_chart_s_own(drawings: dict[str, str]) -> None:
    svg = drawings["clipped"]

    assert 'id="cclipped-' in svg
    assert svg.count("url(#cclipped-") == svg.count("url(#") > 0


def test_what_was_typed_is_words(drawings: dict[str, str]) -> None:
    assert "<script" not in drawings["bar"]
    assert NASTY in " ".join(texts(drawings["bar"]))
    assert NASTY in texts(drawings["column"])


def test_nothing_is_cut_and_numbers_are_french(drawings: dict[str, str]) -> None:
    said = texts(drawings["bar"])

    assert SERVICE in said
    assert "2,48\u00a0millions d’euros" in said
    assert "2\u202f000\u202f000" in said
    assert "1\u202f200" in texts(drawings["line"])
    assert "\u2212" in "".join(texts(drawings["evolution"]))


def test_a_hole_is_not_drawn_and_zero_is(drawings: dict[str, str]) -> None:
    values = {"7", "8", "11", "12", "14"}
    assert values <= set(texts(drawings["column"]))
    assert "N/A" not in texts(drawings["column"])
    assert texts(drawings["zeros"]).count("0") == 3  # twice as a value, once on the axis


@pytest.mark.parametrize("kind", ["line", "area"])
def test_a_curve_is_broken_at_a_hole(drawings: dict[str, str], kind: str) -> None:
    paths = ElementTree.fromstring(drawings[kind]).iter(f"{{{markup.SVG}}}path")
    curves = [p.get("d", "") for p in paths if p.get("stroke-width") == "2.5"]

    assert [curve.count("M") for curve in curves] == [2]


def test_the_same_specification_gives_the_same_bytes_and_is_drawn_once(media: Path) -> None:
    drawn = SPECS["column"]
    assert drawn is not None
    first = drawing.get_or_draw(drawn)
    (file,) = media.glob("charts/*")
    written = file.stat().st_mtime_ns

    assert drawing.get_or_draw(json.loads(json.dumps(drawn))) == first
    assert file.stat().st_mtime_ns == written
    file.unlink()
    assert drawing.get_or_draw(drawn) == first  # this process read it a moment ago
    assert not file.exists()
    drawing.forget_recent()
    assert drawing.get_or_draw(drawn) == first
    assert file.exists()
    assert 'class="chart"' in first


def test_a_png_is_made_of_a_drawing_and_kept(media: Path) -> None:
    svg = SVG.format('<rect width="1" height="1"/>')
    png = drawing.get_png(svg)

    assert png.startswith(b"\x89PNG")
    assert [file.suffix for file in media.glob("charts/*")] == [".png"]
    assert drawing.get_png(svg) is png


@pytest.mark.parametrize("name", ["bar", "column", "line", "area"])
def test_each_value_says_its_row_and_column(drawings: dict[str, str], name: str) -> None:
    marks = [e for e in ElementTree.fromstring(drawings[name]).iter() if e.get("data-row")]
    places = [(each.get("data-row"), each.get("data-column")) for each in marks]

    assert len(set(places)) == len(places)
    assert set(places) == PLACES[name]


def test_a_name_is_of_all_that_a_drawing_depends_on(monkeypatch: pytest.MonkeyPatch) -> None:
    name = drawing.name({"a": 1, "b": 2}, "svg")

    assert name == drawing.name({"b": 2, "a": 1}, "svg")
    assert len(name) == len("charts/.svg") + 32
    assert name != drawing.name({"a": 1, "b": 3}, "svg")
    monkeypatch.setattr(drawing, "DRAWING_VERSION", drawing.DRAWING_VERSION + 1)
    assert name != drawing.name({"a": 1, "b": 2}, "svg")


def test_those_that_are_there_are_not_drawn_again(asked: list[Any]) -> None:
    other = {**SMALL, "mark": "line"}
    drawing.draw_specs([SMALL, SMALL])
    drawing.draw_specs([SMALL, other])

    assert asked == [SMALL, other]


def test_a_file_that_was_cut_short_is_drawn_again(media: Path, asked: list[Any]) -> None:
    file = media / drawing.name(SMALL, "svg")
    file.parent.mkdir()
    file.write_bytes(b"<svg><g>")

    assert drawing.get_or_draw(SMALL).endswith("</svg>")
    assert [one.name for one in media.glob("charts/*")] == [file.name]


def test_of_two_that_write_at_once_one_gives_way(
    media: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, exists = drawing.name(SMALL, "svg"), files.default_storage.exists
    files.write_drawing(name, b"<svg></svg>")
    answers = iter([False])  # the other has not begun when this one looks
    monkeypatch.setattr(files.default_storage, "exists", lambda name: next(answers, exists(name)))
    files.write_drawing(name, b"<svg></svg>")

    assert next(answers, None) is None
    assert [file.name for file in media.glob("charts/*")] == [name.removeprefix("charts/")]


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        ("import sys; sys.exit('Titre secret')", "ended with 1"),
        ("import os; os.kill(os.getpid(), 9)", "ended with -9"),
        ("import time; time.sleep(60)", "nothing after"),
        ("print('no JSON')", "JSONDecodeError"),
        ("print('[null]')", "refused"),
    ],
)
def test_a_process_that_fails_leaves_no_drawing(
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    media: Path,
    command: str,
    reason: str,
) -> None:
    monkeypatch.setattr(process, "COMMAND", [sys.executable, "-c", command])
    monkeypatch.setattr(process, "TIMEOUT_SECONDS", 1)

    with caplog.at_level(logging.ERROR), pytest.raises(NotDrawn):
        drawing.get_or_draw({**SMALL, "description": "Titre secret"})

    assert reason in caplog.text
    assert "Titre" not in caplog.text
    assert not list(media.glob("charts/*"))


def test_a_failure_is_not_repeated_by_each_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def fail(format: str, specs: list[Any]) -> list[bytes]:
        calls.append(format)
        raise NotDrawn("for a test")

    monkeypatch.setattr(process, "draw_in_process", fail)
    for _ in range(3):
        with pytest.raises(NotDrawn):
            drawing.get_or_draw(SMALL)

    assert len(calls) == 1


def test_one_that_cannot_be_drawn_does_not_cost_the_others_theirs() -> None:
    good, bad = process.draw_in_process(
        "svg", [SPECS["zeros"] or {}, {"mark": {"type": "no such"}}]
    )

    assert good
    assert bad is None


def test_no_address_is_fetched() -> None:
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        x = {"field": "x", "type": "quantitative"}
        remote = {"data": {"url": f"{address}/data.csv"}, "mark": "point", "encoding": {"x": x}}
        process.draw_in_process("svg", [remote])
        picture = SVG.format(f'<image href="{address}/a.png" width="9" height="9"/>')
        assert process.draw_in_process("png", [{"svg": picture}]) == [None]
        server.shutdown()

    assert asked == []


@pytest.mark.parametrize(
    "inner",
    [
        "<style>a</style>",
        "<script>a</script>",
        '<path style="fill: red"/>',
        '<path onclick="a()"/>',
        '<image href="/a.png"/>',
        '<path xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="#a"/>',
        "<foreignObject/>",
        "<g>",
    ],
)
def test_markup_that_may_act_is_refused(inner: str) -> None:
    with pytest.raises(NotDrawn):
        markup.inline_svg(SVG.format(inner), "c")


def test_the_library_stays_out_of_this_process() -> None:
    code = (
        "import sys; from reports.content.charts import markup, process;"
        "print('vl_convert' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

    assert done.stdout.strip() == b"False"
