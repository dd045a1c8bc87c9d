"""What it takes to open a report's edit view and to save a draft in it, beside an empty report's.

Usage: python benchmarks/editing.py, on the demonstration. « Five times » is the
same body repeated. A page is usable when its blocks are there and a key that was pressed shows.
"""

import json
import os
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from contents import connect, demonstration
from server import started

PORT = 8781
REPEATS = 3
TIMES = 5
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
SNAPSHOT = 2_500  # ms; an edit before the editor's first snapshot is not saved by itself
COUNT = "() => [...new FormData(document.querySelector('[data-edit-form]'))].length"


@dataclass
class Cost:
    """Medians of one page's edit view."""

    name: str
    key: int
    statements: int = 0
    served: float = 0  # ms
    size: int = 0  # bytes of HTML
    fields: int = 0
    usable: float = 0  # ms
    saved: float = 0  # ms
    sent: int = 0  # bytes of a draft that is saved

    def beside(self, empty: "Cost") -> str:
        more = self.statements - empty.statements
        return (
            f"editing {self.name}: {more:+d} statements beside an empty report "
            f"({empty.statements}), "
            f"x{self.served / empty.served:.1f} of its server time ({empty.served:.0f} ms), "
            f"x{self.size / empty.size:.1f} of its HTML ({empty.size // 1024} KiB), "
            f"{self.fields} fields; usable in x{self.usable / empty.usable:.1f} of its time "
            f"({empty.usable:.0f} ms), a draft saved in x{self.saved / empty.saved:.1f} "
            f"({empty.saved:.0f} ms), {self.sent // 1024} KiB\n"
        )


def main() -> None:
    costs = pages()
    for cost in costs:
        serve(cost)
    if CHROMIUM.exists():
        with started(PORT, dict(os.environ)):
            browse(costs)
    empty, *others = costs
    for cost in others:
        sys.stdout.write(cost.beside(empty))


def pages() -> list[Cost]:
    """An empty report, the demonstration, and five times its body."""
    from reports.content.models import AnnualReportPage
    from reports.core.document.block_ids import derive_new_ids

    report = AnnualReportPage.objects.get(year=2024)
    stored = list(report.body.raw_data)
    larger = [block for n in range(TIMES) for block in derive_new_ids(stored, f"copy {n}")]

    def made(year: int, body: list[Any]) -> int:
        page = AnnualReportPage(title=f"Bilan {year}", slug=str(year), year=year, live=False)
        page.body = json.dumps(body)
        report.get_parent().add_child(instance=page)
        page.save_revision(clean=False)
        return int(page.pk)

    return [
        Cost("nothing", made(2090, [])),
        Cost(f"the report, {len(stored)} blocks", report.pk),
        Cost(f"{TIMES} times its body, {len(larger)} blocks", made(2091, larger)),
    ]


def serve(cost: Cost) -> None:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from reports.content.models import User

    client = Client(SERVER_NAME="localhost")
    client.force_login(User.objects.get(username="administration"))
    address = f"/admin/pages/{cost.key}/edit/"
    client.get(address)
    times = []
    for _ in range(REPEATS):
        with CaptureQueriesContext(connection) as captured:
            start = time.perf_counter()
            response = client.get(address)
            times.append((time.perf_counter() - start) * 1_000)
    cost.statements, cost.size = len(captured), len(response.content)
    cost.served = statistics.median(times)


def browse(costs: list[Cost]) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_context(base_url=f"http://127.0.0.1:{PORT}").new_page()
        page.goto("/admin/")
        page.locator("[name=username]").fill("administration")
        page.locator("[name=password]").fill("bilan-administration")
        page.locator("button[type=submit]").click()
        page.wait_for_url("**/admin/")
        rounds = [[visit(page, cost) for cost in costs] for _ in range(REPEATS)]
        browser.close()
    for cost, found in zip(costs, zip(*rounds, strict=True), strict=True):
        usable, saved, sent, fields = map(statistics.median, zip(*found, strict=True))
        cost.usable, cost.saved, cost.sent, cost.fields = usable, saved, int(sent), int(fields)


def visit(page: Any, cost: Cost) -> tuple[float, float, int, int]:
    """Milliseconds to use and to save it, bytes sent, fields of its form."""
    page.goto("about:blank")
    start = time.perf_counter()
    page.goto(f"/admin/pages/{cost.key}/edit/", wait_until="load", timeout=120_000)
    page.locator("[data-streamfield-stream-container]").wait_for(state="attached")
    field = page.locator("[name=hero_title]")
    field.press("a")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    usable = (time.perf_counter() - start) * 1_000
    fields = page.evaluate(COUNT)
    page.wait_for_timeout(SNAPSHOT)
    with page.expect_response(
        lambda answer: answer.request.method == "POST" and "/edit/" in answer.url
    ) as saving:
        field.press("b")
    request = saving.value.request
    saving.value.finished()
    sent = request.sizes()["requestBodySize"]
    return usable, request.timing["responseEnd"], sent, fields


if __name__ == "__main__":
    with demonstration() as environment:
        connect(environment)
        main()
