"""What answers cost over HTTP, beside bare Django views that return the same bytes.

Usage: python benchmarks/bench.py [ROUNDS [WORDS]]. One process with the threads of `make serve`,
eight clients that keep their connections. Servers take turns; each ratio is the median of ratios
within one round, because noise comes in waves. "Uncached" is a server with GRAPHQL_CACHE_BYTES=0.
With WORDS, such as « search », only the uncached answers that are named by them are measured.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from comparison import CLIENTS, Comparison, compare
from contents import add_reports, connect, demonstration, import_real_report, publish_again
from load import ask_once, get, post
from questions import BENCHMARKS, REPORT, REPORT_LIST, Question
from server import GRANIAN, Server, started

ASKERS = 64
THREADS = os.environ.get("WEB_THREADS", "8")  # as `make serve`
MEMORY = 170  # MiB at most
PEERS = Question("peers", {"year": 2024}, BENCHMARKS)
UNCACHED = {  # and how many times the processor time of a bare view each may take
    "the whole report": (REPORT, 40),
    "the fields of a report that peers answer": (PEERS, 30),
    "the list of ten reports, with pictures and documents": (REPORT_LIST, 10),
    "the titles of ten reports that peers answer": (Question("titles", {}, BENCHMARKS), 10),
    "an indicator with its series": (
        Question("indicator", {"code": "produits-a-impact-national"}),
        15,
    ),
    "a search": (Question("search", {"query": "produits"}), 15),
    "a page by its path": (Question("page", {"urlPath": "/a-propos/"}), 15),
}
METRICS = "a-token-for-measurements"
EXECUTED = b'bilan_answers_total{source="executed"} '


def print_line(what: str, found: str, target: str, is_met: bool) -> None:
    sys.stdout.write(f"{what}: {found}; target {target}: {'met' if is_met else 'MISSED'}\n")
    sys.stdout.flush()


def print_processor(what: str, comparison: Comparison, target: float) -> None:
    ratio = comparison.cpu_ratio
    found = (
        f"x{ratio:.1f} of a bare view's processor ({comparison.cpu:.2f} and "
        f"{comparison.bare_cpu:.2f} ms), {comparison.rate:.0f}/s"
    )
    print_line(what, found, f"x{target:g}", ratio <= target)


def print_rate(what: str, comparison: Comparison, target: float) -> None:
    ratio = comparison.rate_ratio
    found = (
        f"x{ratio:.2f} of the rate of a bare view that reads a row ({comparison.rate:.0f} and "
        f"{comparison.bare_rate:.0f}/s), x{comparison.cpu_ratio:.1f} of its processor"
    )
    print_line(what, found, f"x{target:g}", ratio >= target)


def print_stampede(server: Server) -> None:
    """Count how often one report is executed when many ask for it just after a publication."""
    publish_again()
    before = count_executions(server)
    statuses = ask_once(server.port, get(REPORT.path), ASKERS)
    executions = count_executions(server) - before
    refused = f", {statuses[503]} of them refused" if statuses[503] else ""
    what = f"{ASKERS} clients at once after a publication{refused}"
    print_line(what, f"{executions} executions", "1", executions == 1 and not refused)


def count_executions(server: Server) -> int:
    lines = server.read("/metrics", Authorization=f"Bearer {METRICS}").splitlines()
    counts = [line.removeprefix(EXECUTED) for line in lines if line.startswith(EXECUTED)]
    return int(float(counts[0])) if counts else 0


@contextmanager
def servers() -> Iterator[tuple[Server, Server, Server]]:
    """Start a server that keeps nothing, one that keeps answers, and the bare one."""
    with ExitStack() as stack:
        environment = stack.enter_context(demonstration())
        is_real = import_real_report(environment)
        connect(environment)
        add_reports()
        sys.stdout.write(
            f"{'the real' if is_real else 'the demonstration’s'} report of 2024; 1 process, "
            f"{THREADS} threads; {CLIENTS} clients; load average {os.getloadavg()[0]:.1f}\n"
        )
        environment["METRICS_TOKEN"] = METRICS
        no_cache = {**environment, "GRAPHQL_CACHE_BYTES": "0"}
        uncached = stack.enter_context(started(8771, no_cache))
        keeping = stack.enter_context(started(8772, environment))
        bodies = stack.enter_context(tempfile.TemporaryDirectory())
        for question, _ in UNCACHED.values():
            body = uncached.read(question.first_path)
            (Path(bodies) / f"{question.document}.json").write_bytes(body)
        environment |= {"BARE_BODIES": bodies, "PYTHONPATH": str(BENCHMARKS)}
        shape = ["--workers", "1", "--blocking-threads", THREADS, "--http", "1", "--no-ws"]
        command = [*GRANIAN, "--port", "8773", *shape, "bare:application"]
        bare = stack.enter_context(started(8773, environment, *command))
        yield uncached, keeping, bare


def main(rounds: int, words: str = "") -> None:
    with servers() as (uncached, keeping, bare):
        for name, (question, target) in UNCACHED.items():
            if words not in name:
                continue
            path = f"/{question.document}/"
            comparison = compare(uncached, get(question.path), bare, path, rounds)
            print_processor(f"{name}, uncached", comparison, target)
        if words:
            return
        comparison = compare(keeping, get(REPORT.path), bare, "/row/report/", rounds)
        print_rate("the whole report, kept, by its hash", comparison, 0.9)
        comparison = compare(keeping, post("/graphql/", REPORT.body), bare, "/report/", rounds)
        print_processor("the whole report, kept, by POST of the document", comparison, 2.5)
        print_stampede(keeping)
        for title, server in (("that keeps answers", keeping), ("that keeps none", uncached)):
            held = server.memory()
            what = f"memory of a process {title}"
            print_line(what, f"{held:.0f} MiB", f"{MEMORY} MiB", held <= MEMORY)
        sys.stdout.write(f"load average at the end {os.getloadavg()[0]:.1f}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5, *sys.argv[2:])
