"""What the checks of a whole report cost beside loading it: processor time, one process.

Usage: python benchmarks/checking.py, on the demonstration. « Five times » is the
same body repeated.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable

from contents import connect, demonstration

REPEATS = 15
TIMES = 5


def main() -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from reports.checks.check_result import check_report
    from reports.content.models import AnnualReportPage
    from reports.core.document.block_ids import derive_new_ids

    stored = list(AnnualReportPage.objects.get(year=2024).body.raw_data)
    larger = [block for n in range(TIMES) for block in derive_new_ids(stored, f"copy {n}")]

    def loaded(body: list[dict]) -> AnnualReportPage:  # type: ignore[type-arg]
        page = AnnualReportPage.objects.get(year=2024)
        page.body = json.dumps(body)
        for block in page.body:  # Wagtail makes values when they are asked for
            block.value  # noqa: B018
        return page

    for name, body in (("the report", stored), (f"{TIMES} times its body", larger)):
        page = loaded(body)
        with CaptureQueriesContext(connection) as captured:
            found = check_report(page).findings
        loading = spent(lambda body=body: loaded(body))
        checking = spent(lambda page=page: check_report(page))
        sys.stdout.write(
            f"checks of {name}, {len(body)} blocks: {len(found)} findings, {len(captured)} "
            f"statements, {checking:.0f} ms of processor, "
            f"x{checking / loading:.1f} of loading it ({loading:.0f} ms)\n"
        )


def spent(act: Callable[[], object]) -> float:
    """The median of milliseconds of processor time."""
    times = []
    for _ in range(REPEATS):
        before = time.process_time()
        act()
        times.append((time.process_time() - before) * 1_000)
    return statistics.median(times)


if __name__ == "__main__":
    with demonstration() as environment:
        connect(environment)
        main()
