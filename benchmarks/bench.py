"""What an answer costs: uncached, kept, and beside a bare Django view of the same bytes.

Usage: python benchmarks/bench.py [ROUNDS]. Serves the demonstration by the production server, one
worker, and prints medians and ratios of one run, in which all servers take turns.
"""

import hashlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlencode

from load import load
from server import QUERIES, ROOT, Server, demonstration, started

SECONDS, CONNECTIONS = 1.0, 1
GRANIAN = [".venv/bin/granian", "--interface", "wsgi", "--host", "127.0.0.1", "--workers", "1"]
DOCUMENTS = {
    "report": {"year": 2024},
    "report_list": {},
    "indicator": {"code": "produits-a-impact-national"},
}


def address(name: str) -> str:
    """A shipped document by its hash."""
    key = hashlib.sha256((QUERIES / f"{name}.graphql").read_bytes()).hexdigest()
    extensions = {"persistedQuery": {"version": 1, "sha256Hash": key}}
    asked = {"variables": json.dumps(DOCUMENTS[name]), "extensions": json.dumps(extensions)}
    return f"/graphql/?{urlencode(asked)}"


def rounds(server: Server, path: str) -> tuple[float, float]:
    """Answers a second, and milliseconds of processor for each."""
    before = server.cpu()
    count = load(server.port, path, SECONDS, CONNECTIONS)
    return count / SECONDS, (server.cpu() - before) * 1_000 / count


def bare(port: int) -> list[str]:
    return [
        *GRANIAN,
        "--port",
        str(port),
        "--blocking-threads",
        "16",
        "--no-ws",
        "bare:application",
    ]


def main(count: int) -> None:
    with ExitStack() as stack:
        environment = stack.enter_context(demonstration())
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        environment |= {
            "GRAPHQL_RATE_REQUESTS": "off",
            "GRAPHQL_RATE_COST": "off",
            "PAGES_RATE": "off",
        }
        inside = subprocess.run(
            [sys.executable, str(ROOT / "benchmarks" / "inside.py"), str(folder)],
            cwd=ROOT,
            env={**environment, "GRAPHQL_CACHE_BYTES": "0"},
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        sys.stdout.write(inside.stdout)
        for name in ("checking.py", "editing.py"):
            script = [sys.executable, str(ROOT / "benchmarks" / name)]
            subprocess.run(script, cwd=ROOT, env=environment, check=True)
        keeping = stack.enter_context(started(8771, environment))
        without = stack.enter_context(started(8772, {**environment, "GRAPHQL_CACHE_BYTES": "0"}))
        bares = {}
        for port, name in enumerate(DOCUMENTS, 8773):
            body = {
                "BARE_BODY": str(folder / f"{name}.json"),
                "PYTHONPATH": str(ROOT / "benchmarks"),
            }
            command = bare(port)
            bares[name] = stack.enter_context(started(port, {**os.environ, **body}, *command))
        for name in DOCUMENTS:
            compare(name, {"bare": bares[name], "kept": keeping, "uncached": without}, count)
        compare_page(keeping, count)
        for title, server in (
            ("keeping", keeping),
            ("without", without),
            ("bare", bares["report"]),
        ):
            sys.stdout.write(f"memory of one worker, {title}: {server.memory():.0f} MiB\n")


def compare(name: str, servers: dict[str, Server], count: int) -> None:
    path = address(name)
    for server in servers.values():
        load(server.port, path, 0.5, CONNECTIONS)
    found: dict[str, list[tuple[float, float]]] = {title: [] for title in servers}
    for _ in range(count):
        for title, server in servers.items():
            found[title].append(rounds(server, path))
    rates = {title: statistics.median(rate for rate, _ in all_) for title, all_ in found.items()}
    costs = {title: statistics.median(cost for _, cost in all_) for title, all_ in found.items()}
    of_bare = {title: beside(all_, found["bare"]) for title, all_ in found.items()}
    for title in servers:
        sys.stdout.write(
            f"{name}, {title}: {rates[title]:.0f} a second (x{of_bare[title]:.2f} of bare), "
            f"{costs[title]:.2f} ms of processor (x{costs[title] / costs['bare']:.2f})\n"
        )
    sys.stdout.flush()


def compare_page(server: Server, count: int) -> None:
    """The page of the report, kept, beside the same server's kept answer of the graph."""
    page, graph = "/bilan/2024/", address("report")
    for path in (page, graph):
        load(server.port, path, 0.5, CONNECTIONS)
    pairs = [(rounds(server, page), rounds(server, graph)) for _ in range(count)]
    cost = statistics.median(made[1] / asked[1] for made, asked in pairs)
    rate = statistics.median(made[0] for made, _ in pairs)
    sys.stdout.write(
        f"the report's page, kept: {rate:.0f} a second, "
        f"x{cost:.2f} of the processor that the graph's kept answer takes\n"
    )


def beside(rounds: list[tuple[float, float]], bares: list[tuple[float, float]]) -> float:
    """The median of the ratios of rates, each taken within one round: noise comes in waves."""
    pairs = zip(rounds, bares, strict=True)
    return statistics.median(rate / bare for (rate, _), (bare, _) in pairs)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
