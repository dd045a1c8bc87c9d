"""Asks one address again and again over connections that stay open, as fast as it is answered."""

import socket
import threading
import time

BLOCK = 1 << 18


class Connection:
    """HTTP/1.1 with as little work as can be, so that the server is what is measured."""

    def __init__(self, port: int, path: str, headers: dict[str, str]) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        lines = [f"GET {path} HTTP/1.1", "Host: 127.0.0.1"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        self.message = ("\r\n".join(lines) + "\r\n\r\n").encode()
        self.buffer = bytearray(BLOCK)

    def get(self) -> tuple[int, int]:
        """Status, and length of the body."""
        self.socket.sendall(self.message)
        received = self.socket.recv_into(self.buffer)
        head, _, rest = bytes(self.buffer[:received]).partition(b"\r\n\r\n")
        status = int(head[9:12])
        length = 0
        for line in head.lower().split(b"\r\n"):
            if line.startswith(b"content-length:"):
                length = int(line[15:])
        missing = length - len(rest)
        while missing > 0:
            missing -= self.socket.recv_into(self.buffer)
        return status, length


def load(port: int, path: str, seconds: float, connections: int, status: int = 200) -> int:
    """How many answers came in so many seconds; each of them has to have `status`."""
    counts = [0] * connections
    wrong: list[int] = []
    end = time.monotonic() + seconds

    def ask(number: int) -> None:
        connection = Connection(port, path, {"Accept": "application/json"})
        while time.monotonic() < end:
            found, _ = connection.get()
            if found != status:
                wrong.append(found)
                return
            counts[number] += 1

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if wrong:
        raise SystemExit(f"{path[:80]} answered {wrong[0]}")
    return sum(counts)
