"""Bodies that are sent by half silence no node, though nothing reads them before it."""

import json
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest

from tests.production.cluster import HOST, Cluster

pytestmark = pytest.mark.production

THREADS = 16  # as the cluster starts its nodes
KEPT = "/graphql/?query=%7B__typename%7D"
HALF = (
    f"POST /graphql/ HTTP/1.1\r\nHost: {HOST}\r\nContent-Type: application/json\r\n"
    "Content-Length: 1000\r\n\r\n{"
)


@contextmanager
def send_halves(port: int, count: int) -> Iterator[None]:
    """Hold so many connections, each with a body of which one byte has come."""
    with ExitStack() as stack:
        halves = [
            stack.enter_context(socket.create_connection(("127.0.0.1", port))) for _ in range(count)
        ]
        for each in halves:
            each.sendall(HALF.encode())
        yield


def post(port: int) -> tuple[int, str, str]:
    """Return the status, the code of the error and `Retry-After` of an answer to a POST."""
    headers = {"Host": HOST, "Content-Type": "application/json"}
    data = json.dumps({"query": "{ __typename }"}).encode()
    request = urllib.request.Request(f"http://127.0.0.1:{port}/graphql/", data, headers)
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            return response.status, "", ""
    except urllib.error.HTTPError as refused:
        (error,) = json.load(refused)["errors"]
        return refused.code, error["extensions"]["code"], refused.headers["Retry-After"]


def test_half_sent_bodies(cluster: Cluster) -> None:
    node = cluster.nodes[0]
    cluster.wait(node, KEPT)
    with send_halves(node.port, THREADS):
        answers = [cluster.get(path, node)[0] for path in (KEPT, "/bilan/2024/", "/robots.txt")]
        assert answers == [200, 200, 200]
        assert post(node.port) == (503, "BUSY", "1")
    end = time.monotonic() + 30
    while post(node.port)[0] != 200 and time.monotonic() < end:
        time.sleep(0.05)
    assert post(node.port) == (200, "", "")
