"""What an ordinary reader notices while others send the server the worst that they can.

Usage: python benchmarks/pressure.py [SECONDS]. Serves the demonstration from a temporary folder by
the production server and prints ratios taken in one run. Eight clients at a time send documents
that are refused, each of them new, first with the rates of clients switched off, then on; last,
costly documents that are accepted, which meet the rate.
"""

import http.client
import itertools
import multiprocessing
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Event

from contents import demonstration
from questions import REPORT, REPORT_LIST, request
from server import started

PORT, CLIENTS = 8766, 8
ORDINARY = {"the list of reports": REPORT_LIST, "a whole report": REPORT}
numbers = itertools.count()


def doubled() -> str:
    links = "".join(f"fragment F{i} on Query{{...F{i + 1} ...F{i + 1}}}" for i in range(190))
    return f"{{...F0}}{links}fragment F190 on Query{{__typename}}"


# Refused as late as can be: parsed, unfolded, validated; and the largest body of all.
REFUSED = [
    "query(" + "".join(f"$a{i}:Int " for i in range(480)) + "){__typename}",
    "{" + " __typename" * 1_990 + "}",
    "{" + " ".join(f"a{i}" for i in range(1_900)) + "}",
    doubled(),
    "{" + " a" * 32_000 + "}",
]
COSTLY = [
    "{ services(first: 50) { nodes { name mentions { id path figures { figure { raw value } } "
    "report { title } } } } }",
    "{ report(year: 2024) { body { ... on ImpactCardsBlock { impactCards { service { mentions { "
    "path figures { figure { raw value } } report { title } } } } } } } }",
]


class Client:
    """One connection that stays open, from an address of its own."""

    def __init__(self, address: str) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
        self.headers = {"Content-Type": "application/json", "ClientAddress": address}

    def post(self, body: bytes) -> int:
        """The status of an answer; 0 where the server hangs up on a body that it will not read."""
        try:
            self.connection.request("POST", "/graphql/", body, self.headers)
            response = self.connection.getresponse()
            response.read()
        except (OSError, http.client.HTTPException):
            self.connection.close()
            return 0
        return response.status


@contextmanager
def served(rates: bool) -> Iterator[None]:
    # What is kept would answer for the ordinary ones: here they compete.
    with (
        demonstration(rates) as environment,
        started(PORT, {**environment, "GRAPHQL_CACHE_BYTES": "0"}),
    ):
        yield


def ordinary(body: bytes, seconds: float) -> list[float]:
    """The milliseconds of one client that asks, waits, and asks again."""
    client, found = Client("10.0.0.2"), []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        # Readers are many: none of them comes near the rate of one client.
        client.headers["ClientAddress"] = f"10.2.0.{next(numbers) % 250}"
        start = time.perf_counter()
        status = client.post(body)
        if status != 200:
            raise SystemExit(f"an ordinary request got {status}")
        found.append((time.perf_counter() - start) * 1_000)
        time.sleep(0.05)
    return sorted(found)


def attack(documents: list[str], number: int, stop: Event, told: "Queue[Counter[int]]") -> None:
    """Sends the documents, each made new by a comment, until it is told to stop."""
    statuses: Counter[int] = Counter()
    client = Client(f"10.1.0.{number}")
    for turn in itertools.count(number):
        if stop.is_set():
            break
        text = documents[turn % len(documents)]
        statuses[client.post(request(f"{text}#{number} {time.time_ns()}"))] += 1
    told.put(statuses)


def under(documents: list[str], measure: Callable[[], list[float]]) -> tuple[list[float], Counter]:
    """What `measure` finds while others send `documents`.

    They are processes of their own: threads beside the one that measures would slow its clock.
    """
    stop, told = multiprocessing.Event(), multiprocessing.Queue()
    others = [
        multiprocessing.Process(target=attack, args=(documents, number, stop, told))
        for number in range(CLIENTS)
    ]
    for other in others:
        other.start()
    try:
        found = measure()
    finally:
        stop.set()
        statuses = sum((told.get() for _ in others), Counter())
    return found, statuses


def check_accepted(documents: list[str]) -> None:
    """Stop if a document is refused that was to be answered."""
    for text in documents:
        if (status := Client("10.0.0.3").post(request(text))) != 200:
            raise SystemExit(f"{text[:60]}… got {status}")


def p99(found: list[float]) -> float:
    return found[min(int(len(found) * 0.99), len(found) - 1)]


def compare(title: str, documents: list[str], seconds: float) -> None:
    for name, question in ORDINARY.items():
        body = question.body
        ordinary(body, 1)
        quiet = ordinary(body, seconds)
        pressed, statuses = under(documents, lambda body=body: ordinary(body, seconds))  # type: ignore[misc]
        sys.stdout.write(
            f"{title}, {name}: median {statistics.median(quiet):.1f} -> "
            f"{statistics.median(pressed):.1f} ms "
            f"(x{statistics.median(pressed) / statistics.median(quiet):.1f}), "
            f"p99 {p99(quiet):.1f} -> {p99(pressed):.1f} ms (x{p99(pressed) / p99(quiet):.1f}), "
            f"others got {dict(sorted(statuses.items()))}\n"
        )
        sys.stdout.flush()


def main(seconds: float) -> None:
    with served(rates=False):
        compare("refused, no rate", REFUSED, seconds)
    with served(rates=True):
        compare("refused, with rates", REFUSED, seconds)
    with served(rates=True):
        check_accepted(COSTLY)
        compare("costly, with rates", COSTLY, seconds)


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 20)
