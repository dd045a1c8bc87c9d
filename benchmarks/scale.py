"""What pages and answers cost as a service grows, as ratios of a large one to a small one.

Usage: python benchmarks/scale.py [REPORTS SERVICES OBSERVATIONS]. Both are served over HTTP by one
process that keeps nothing; each ratio is that of medians of processor time, taken in turns. The
databases are files, or on the PostgreSQL server that `DATABASE_URL` names; then the time is that of
the clock, for the database works in processes of its own. Commands are measured once.
"""

import os
import statistics
import subprocess
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import httpx
from contents import connect, demonstration
from databases import SCHEMES
from growth import find_incubator, grow
from load import get, load
from questions import Question
from server import ROOT, Server, started

LARGE = (200, 20_000, 50_000)  # reports, services, observations
SECONDS, ROUNDS = 1.0, 3
PATHS = {
    "the home page": "/",
    "the list of reports": "/bilan/",
    "a report": "/bilan/2024/",
    "the sitemap": "/sitemap.xml",
    "the plan of the site": "/plan-du-site/",
    "the list of indicators": "/indicateurs/",
    "an indicator": "/indicateurs/{indicator}/",
    "a service": "/services/{service}/",
    "an incubator": "/incubateurs/{incubator}/",
    "a search page": f"/recherche/?{urlencode({'q': 'produits'})}",
}
ADMIN_PATHS = {
    "the admin's list of services": "/admin/snippets/reports/service/",
    "the admin's list of indicators": "/admin/snippets/reports/indicator/",
    "the usage of an incubator": "/admin/snippets/reports/incubator/usage/{incubator_id}/",
    "the usage of a service": "/admin/snippets/reports/service/usage/{service_id}/",
    "the usage of an indicator": "/admin/snippets/reports/indicator/usage/{indicator_id}/",
    "targets of links, unasked": "/admin/bilan/liens/?bilan={report_id}",
    "targets of links": "/admin/bilan/liens/?bilan={report_id}&q=service",
}
QUESTIONS = {
    "a search": Question("search", {"query": "produits"}),
    "a search by the beginning of a word": Question("search", {"query": "prod", "isPrefix": True}),
    "a search that finds nothing": Question("search", {"query": "introuvable"}),
}
COMMANDS = ("rebuild_search", "rebuild_observations", "rebuild_mentions")


@dataclass(frozen=True)
class Visitor:
    """Somebody who asks one of the servers; `cookie` is of an administrator."""

    server: Server
    cookie: str

    @classmethod
    def signed_in(cls, server: Server) -> "Visitor":
        """Sign in with the demonstration's account."""
        with httpx.Client(base_url=f"http://127.0.0.1:{server.port}", timeout=60) as http:
            http.get("/admin/login/")
            account = {"username": "administration", "password": "bilan-administration"}
            token = {"csrfmiddlewaretoken": http.cookies["csrftoken"], "next": "/admin/"}
            http.post("/admin/login/", data=account | token)
            return cls(server, f"sessionid={http.cookies['sessionid']}")

    def measure(self, path: str) -> tuple[float, int]:
        """Return milliseconds for an answer, and its bytes."""
        cookie = self.cookie if path.startswith("/admin/") else ""
        size = len(self.server.read(path, Cookie=cookie))
        before, begun = self.server.cpu(), time.monotonic()
        count = load(self.server.port, get(path, cookie), SECONDS, 1)
        spent = time.monotonic() - begun if is_postgresql() else self.server.cpu() - before
        return spent * 1_000 / count, size


def is_postgresql() -> bool:
    return os.environ.get("DATABASE_URL", "").startswith(SCHEMES)


def list_paths() -> dict[str, Any]:
    """Return the values of the addresses, which are the same in both databases."""
    from reports.content.models import AnnualReportPage, Indicator, Mention, Service

    incubator = find_incubator()
    cards = Mention.objects.filter(report__year=2024, kind="impact_card")
    service = Service.objects.get(pk=cards.order_by("order").first().record_row)
    indicator = Indicator.objects.get(code="produits-a-impact-national")
    return {
        "service": service.slug,
        "indicator": indicator.code,
        "incubator": incubator.slug,
        "service_id": service.pk,
        "indicator_id": indicator.pk,
        "incubator_id": incubator.pk,
        "report_id": AnnualReportPage.objects.get(year=2024).pk,
    }


def run_command(environment: dict[str, str], name: str) -> tuple[float, int]:
    """Return the seconds of a command, and the MiB that it held at most."""
    words = [sys.executable, "manage.py", name, "--check"]
    begun = time.monotonic()
    process = subprocess.Popen(words, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    spent = time.monotonic() - begun if is_postgresql() else usage.ru_utime + usage.ru_stime
    return spent, usage.ru_maxrss // 1024


def main(large: tuple[int, int, int]) -> None:
    with ExitStack() as stack:
        environments = [stack.enter_context(demonstration()) for _ in range(2)]
        for each in environments:
            each["GRAPHQL_CACHE_BYTES"] = "0"
        connect(environments[1])
        grow(*large)
        values = list_paths()
        ports = zip((8761, 8762), environments, strict=True)
        servers = [stack.enter_context(started(*each)) for each in ports]
        for question in QUESTIONS.values():
            for server in servers:
                server.read(question.first_path)
        visitors = [Visitor.signed_in(server) for server in servers]
        asked = {what: path.format(**values) for what, path in (PATHS | ADMIN_PATHS).items()}
        asked |= {what: each.path for what, each in QUESTIONS.items()}
        for what, path in asked.items():
            rounds = [[each.measure(path) for each in visitors] for _ in range(ROUNDS)]
            few, many = (statistics.median(each[place][0] for each in rounds) for place in (0, 1))
            small_size, large_size = (rounds[0][place][1] // 1024 for place in (0, 1))
            times = f"{few:.1f} and {many:.1f} ms; {small_size} and {large_size} KiB"
            print_line(f"{what}: x{many / few:.1f} ({times})")
        for name in COMMANDS:
            (few, small), (many, held) = (run_command(each, name) for each in environments)
            print_line(f"{name}: {few:.1f} and {many:.1f} s; {small} and {held} MiB")


def print_line(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    given = tuple(map(int, sys.argv[1:4]))
    main(given if len(given) == 3 else LARGE)
