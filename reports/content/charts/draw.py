"""The worker process that draws charts: reads requests as lines of JSON, writes one for each.

`charts.process` starts it. It exits at the end of its input, after 60 seconds without a request, or
by SIGXCPU when a request uses more seconds of processor time than its `processor` allows. Only this
module imports vl_convert, which keeps 120 MB once used and makes a later fork hang. No request may
make it fetch anything: a specification holds its data.
"""

import base64
import json
import select
import sys
from collections.abc import Iterator
from typing import Any

import vl_convert

from reports.content.charts.marks import add_places
from reports.core.bounded.limits import limit_processor

VEGA_LITE = "5.21"
PNG_SCALE = 2  # pixels of a PNG for each of a drawing
MAX_IDLE_SECONDS = 60
NO_ADDRESS: list[str] = []


def render_svg(spec: dict[str, Any]) -> bytes:
    return vl_convert.vegalite_to_svg(
        add_places(spec), vl_version=VEGA_LITE, config={"aria": False}, allowed_base_urls=NO_ADDRESS
    ).encode()


def render_png(spec: dict[str, Any]) -> bytes:
    """Return the pixels of a drawing, which stands in the specification as `svg`."""
    drawing: str = spec["svg"]
    if "<image" in drawing:  # which the library would fetch, whatever it was told
        raise ValueError
    return vl_convert.svg_to_png(drawing, scale=PNG_SCALE)


FORMATS = {"svg": render_svg, "png": render_png}


def try_to_draw(format: str, spec: dict[str, Any]) -> str | None:
    """The drawing in base 64; None where there is none, which must not cost the others theirs."""
    try:
        return base64.b64encode(FORMATS[format](spec)).decode()
    except ValueError:
        return None


def read_requests() -> Iterator[dict[str, Any]]:
    """Yield requests one after another: nobody asks again before there is an answer."""
    while select.select([sys.stdin], [], [], MAX_IDLE_SECONDS)[0]:
        line = sys.stdin.readline()
        if not line:
            return
        yield json.loads(line)


if __name__ == "__main__":
    for asked in read_requests():
        if "processor" in asked:
            limit_processor(asked["processor"])
        drawings = [try_to_draw(asked["format"], spec) for spec in asked["specs"]]
        sys.stdout.write(f"{json.dumps(drawings)}\n")
        sys.stdout.flush()
