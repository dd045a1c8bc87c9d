"""How many processes and threads: what uncached answers cost, and what slow clients hold up.

Usage: python benchmarks/threads.py [ROUNDS]. Servers of the demonstration, without a cache of
answers, take turns; ratios are of medians of one run. Slow clients send a body that never ends.
"""

import http.client
import socket
import statistics
import sys
import time
from contextlib import ExitStack
from threading import Thread

from contents import demonstration
from load import get, load
from questions import REPORT, REPORT_LIST, Question
from server import GRANIAN, Server, started

CLIENTS, SECONDS = 8, 3.0
EDITORS = 16
ANSWERED = 10.0  # seconds after which an answer counts as none
SHAPES = {"1 x 16": (1, 16), "1 x 1": (1, 1), **{f"2 x {n}": (2, n) for n in (1, 2, 4, 16)}}
QUESTIONS = (REPORT, REPORT_LIST)
SLOW = b"POST /graphql/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"


def command(port: int, workers: int, threads: int) -> list[str]:
    shape = ["--workers", str(workers), "--blocking-threads", str(threads)]
    rest = ["--port", str(port), "--http", "1", "--no-ws", "cms.wsgi:application"]
    return [*GRANIAN, *shape, *rest]


def measure(server: Server, message: bytes) -> tuple[float, float]:
    """Return answers a second, and milliseconds of processor for each."""
    before = server.cpu()
    count = load(server.port, message, SECONDS, CLIENTS)
    return count / SECONDS, (server.cpu() - before) * 1_000 / count


def open_slow_clients(port: int, count: int) -> list[socket.socket]:
    """Begin requests whose bodies never end."""
    clients = [socket.create_connection(("127.0.0.1", port)) for _ in range(count)]
    for client in clients:
        client.sendall(SLOW + b"Content-Length: 1000\r\n\r\n{")
    time.sleep(0.5)
    return clients


def ask_together(port: int) -> list[float]:
    """Return how long each of sixteen people waits who ask for a page of the admin at once."""
    waits: list[float] = []

    def ask() -> None:
        begin = time.monotonic()
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=ANSWERED)
        try:
            connection.request("GET", "/admin/login/")
            connection.getresponse().read()
        except OSError:
            waits.append(ANSWERED)
        else:
            waits.append(time.monotonic() - begin)

    threads = [Thread(target=ask) for _ in range(EDITORS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return waits


def compare(servers: dict[str, Server], question: Question, count: int) -> None:
    message = get(question.path)
    found: dict[str, list[tuple[float, float]]] = {shape: [] for shape in servers}
    for server in servers.values():
        load(server.port, message, 1.0, CLIENTS)
    for _ in range(count):
        for shape, server in servers.items():
            found[shape].append(measure(server, message))
    medians = {
        shape: [statistics.median(column) for column in zip(*rows, strict=True)]
        for shape, rows in found.items()
    }
    rate, cost = medians["1 x 16"]
    for shape, (its_rate, its_cost) in medians.items():
        sys.stdout.write(
            f"{question.document}, {shape}: {its_rate:.0f} a second (x{its_rate / rate:.2f}), "
            f"{its_cost:.1f} ms of processor (x{its_cost / cost:.2f})\n"
        )
    sys.stdout.flush()


def hold_up(servers: dict[str, Server]) -> None:
    for shape, server in servers.items():
        ask_together(server.port)  # the first page loads what the others need
        for count in (0, 1, 2, 8):
            clients = open_slow_clients(server.port, count)
            waits = ask_together(server.port)
            for client in clients:
                client.close()
            lost = sum(wait >= ANSWERED for wait in waits)
            sys.stdout.write(
                f"{shape}, {count} slow clients: {EDITORS} pages of the admin at once, median "
                f"{statistics.median(waits):.1f} s, longest {max(waits):.1f} s, {lost} unanswered\n"
            )
            time.sleep(1)


def main(count: int) -> None:
    with ExitStack() as stack:
        environment = stack.enter_context(demonstration())
        environment["GRAPHQL_CACHE_BYTES"] = "0"
        servers = {
            shape: stack.enter_context(started(port, environment, *command(port, *numbers)))
            for port, (shape, numbers) in enumerate(SHAPES.items(), 8781)
        }
        for question in QUESTIONS:
            compare(servers, question, count)
        hold_up(servers)


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 7)
