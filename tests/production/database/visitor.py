"""Requests over HTTP, and how long their answers took."""

import http.client
import json
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

TIMEOUT_SECONDS = 60  # seconds


@dataclass(frozen=True)
class Reply:
    status: int
    retry_after: str | None
    text: str
    cookies: dict[str, str]
    seconds: float

    @property
    def code(self) -> str:
        """The code of a refusal of the graph."""
        return str(json.loads(self.text)["errors"][0]["extensions"]["code"])


def ask(
    address: str, path: str, data: list[tuple[str, str]] | None = None, cookies: str = ""
) -> Reply:
    """Get a path, or post `data` there."""
    began = time.monotonic()
    headers = {"Accept": "text/html", "Cookie": cookies}
    body = None
    if data is not None:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        body = urlencode(data)
    with closing(
        http.client.HTTPConnection(urlsplit(address).netloc, timeout=TIMEOUT_SECONDS)
    ) as there:
        there.request("GET" if data is None else "POST", path, body, headers)
        response = there.getresponse()
        text = response.read().decode()
    given = [cookie.partition(";")[0] for cookie in response.headers.get_all("Set-Cookie", ())]
    return Reply(
        response.status,
        response.headers["Retry-After"],
        text,
        dict(cookie.split("=", 1) for cookie in given),
        time.monotonic() - began,
    )


def graph(document: str, **variables: object) -> str:
    """Return the path of a query."""
    query = {"query": document, "variables": json.dumps(variables)}
    return f"/graphql/?{urlencode(query)}"


@contextmanager
def crowd(address: str, paths: Sequence[str]) -> Iterator[list[Future[Reply]]]:
    """Ask for each path in a thread of its own; all have been answered in the end."""
    with ThreadPoolExecutor(len(paths)) as threads:
        yield [threads.submit(ask, address, path) for path in paths]


class Probe:
    """Asks for a path again and again, as long as the block takes."""

    def __init__(self, address: str, path: str) -> None:
        self.address, self.path = address, path
        self.replies: list[Reply] = []
        self.end = threading.Event()
        self.thread = threading.Thread(target=self.run)

    def run(self) -> None:
        while not self.end.wait(0.05):
            self.replies.append(ask(self.address, self.path))

    def __enter__(self) -> "Probe":
        self.thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self.end.set()
        self.thread.join()

    @property
    def statuses(self) -> set[int]:
        return {reply.status for reply in self.replies}

    @property
    def slowest(self) -> float:
        return max(reply.seconds for reply in self.replies)
