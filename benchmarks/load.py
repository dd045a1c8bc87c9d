"""Clients that keep their connections and ask again as soon as they have an answer."""

import selectors
import socket
import time
from collections import Counter

BLOCK = 1 << 18


class Client:
    """HTTP/1.1 with as little work as can be, so that the server is what is measured."""

    def __init__(self, port: int, message: bytes) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.message = message
        self.buffer = bytearray(BLOCK)
        self.status = self.missing = 0

    def send(self) -> None:
        self.status = 0
        self.socket.sendall(self.message)

    def receive(self) -> bool:
        """Read what has come; return whether the answer is complete."""
        received = self.socket.recv_into(self.buffer)
        if not received:
            raise SystemExit("the server closed a connection")
        if not self.status:
            end = self.buffer.index(b"\r\n\r\n", 0, received) + 4
            head = bytes(self.buffer[:end]).lower()
            self.status = int(head[9:12])
            self.missing = end + int(head.partition(b"content-length:")[2].partition(b"\r")[0])
        self.missing -= received
        return self.missing == 0


def get(path: str, cookie: str = "") -> bytes:
    """Return a request by GET as bytes."""
    lines = [f"GET {path} HTTP/1.1", "Host: 127.0.0.1", "Accept: application/json"]
    lines += [f"Cookie: {cookie}"] if cookie else []
    return "\r\n".join([*lines, "", ""]).encode()


def post(path: str, body: bytes) -> bytes:
    """Return a request by POST as bytes."""
    lines = [f"POST {path} HTTP/1.1", "Host: 127.0.0.1", "Accept: application/json"]
    lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + body


def load(port: int, message: bytes, seconds: float, clients: int) -> int:
    """Return how many answers came in so many seconds; each of them has to be 200."""
    return ask(port, message, clients, time.monotonic() + seconds)[200]


def ask_once(port: int, message: bytes, clients: int) -> Counter[int]:
    """Have each client ask once, all at the same time; return how often each status came."""
    return ask(port, message, clients, 0.0, {200, 503})


def ask(
    port: int, message: bytes, clients: int, end: float, allowed: set[int] | None = None
) -> Counter[int]:
    """Have clients ask until `end`, and at least once; return how often each status came."""
    statuses: Counter[int] = Counter()
    with selectors.DefaultSelector() as selector:
        connections = [Client(port, message) for _ in range(clients)]
        for client in connections:
            selector.register(client.socket, selectors.EVENT_READ, client)
            client.send()
        while selector.get_map():
            for key, _ in selector.select():
                client = key.data
                if not client.receive():
                    continue
                statuses[client.status] += 1
                if client.status not in (allowed or {200}):
                    raise SystemExit(f"{message[:90]!r} answered {client.status}")
                if time.monotonic() < end:
                    client.send()
                else:
                    selector.unregister(client.socket)
                    client.socket.close()
    return statuses
