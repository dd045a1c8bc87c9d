"""What a version adds to a publication, and what reading a version costs beside reading the report.

Usage: python benchmarks/publishing.py [ROUNDS]. Over HTTP, by the production server, one worker:
the demonstration's report of 2024 gets another title and is published with its answer, in turns by
a server as it is and by one that stores no versions.
"""

import re
import statistics
import sys
import time
from contextlib import ExitStack

import httpx
from contents import connect, demonstration
from load import get, load
from questions import BENCHMARKS, REPORT, Question
from server import GRANIAN, started

PLAIN, WITHOUT = 8791, 8792
SECONDS = 1.0


class Editor:
    """Somebody who is signed in at a server and publishes drafts."""

    def __init__(self, port: int) -> None:
        self.http = httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60)
        self.http.get("/admin/login/")
        account = {"username": "administration", "password": "bilan-administration"}
        self.post("/admin/login/", account | {"next": "/admin/"})

    def post(self, path: str, fields: dict[str, str]) -> httpx.Response:
        token = self.http.cookies["csrftoken"]
        answer = self.http.post(path, data=fields | {"csrfmiddlewaretoken": token})
        assert answer.status_code == 302, answer.text[-2000:]
        return answer

    def publish(self, key: str) -> float:
        """Publish a draft, with an answer for what it changes; return the milliseconds."""
        path = f"/admin/bilan/corrections/{key}/"
        compared = re.findall(r'name="compared" value="([^"]+)"', self.http.get(path).text)[0]
        answer = {"words-kind": "typo", "words-sentence": "Un autre titre."}
        begun = time.perf_counter()
        self.post(path, {"compared": compared, **answer})
        return (time.perf_counter() - begun) * 1_000


def prepare(title: str) -> str:
    """Save a draft of the report under another title; return the key of its page."""
    from reports.content.models import AnnualReportPage

    draft = AnnualReportPage.objects.get(year=2024).get_latest_revision_as_object()
    draft.hero_title = title
    return str(draft.save_revision(clean=False).object_id)


def print_ratio(what: str, pairs: list[tuple[float, float]], unit: str) -> None:
    first, second = (statistics.median(each) for each in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    sys.stdout.write(f"{what}: {first:.1f} and {second:.1f} {unit}, x{ratio:.2f}\n")
    sys.stdout.flush()


def main(count: int) -> None:
    with ExitStack() as stack:
        environment = stack.enter_context(demonstration())
        environment |= {"GRAPHQL_CACHE_BYTES": "0", "PYTHONPATH": str(BENCHMARKS)}
        plain = stack.enter_context(started(PLAIN, environment))
        words = [*GRANIAN, "--workers", "1", "--port", str(WITHOUT), "--no-ws"]
        stack.enter_context(started(WITHOUT, environment, *words, "without_versions:application"))
        connect(environment)
        editors = Editor(PLAIN), Editor(WITHOUT)
        found = []
        for number in range(count + 1):
            turns = [each.publish(prepare(f"Titre {number} {each}")) for each in editors]
            found.append((turns[0], turns[1]))
        print_ratio("publishing with and without a version", found[1:], "ms")
        reads = []
        questions = Question("report", {"year": 2024, "version": 1}), REPORT
        for _ in range(count):
            rates = [load(plain.port, get(each.path), SECONDS, 1) for each in questions]
            reads.append((SECONDS * 1_000 / rates[0], SECONDS * 1_000 / rates[1]))
        print_ratio("reading a version and the report, not kept", reads, "ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
