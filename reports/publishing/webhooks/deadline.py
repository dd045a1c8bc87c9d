"""A deadline for a whole HTTPS exchange, enforced by closing its connection."""

import socket
import threading
from types import TracebackType
from typing import Any

import urllib3
from urllib3.connection import HTTPSConnection


class Deadline:
    """Closes the connections of an exchange after some seconds, whatever the other side sends.

    The timeouts of urllib3 apply to a single read: a server that sends a byte in time, or `100
    Continue` again and again, never exceeds them. At its end, the context raises TimeoutError if
    the time was up.
    """

    def __init__(self, seconds: float) -> None:
        self.timer = threading.Timer(seconds, self.expire)
        self.timer.daemon = True
        self.lock = threading.Lock()
        self.has_expired = False
        self.handles: list[socket.socket] = []

    def watch(self, connection: socket.socket) -> None:
        """Close this connection when the time is up, or at once if it already is.

        A duplicated handle is kept, because TLS takes over the socket from the code that opened it.
        """
        with self.lock:
            self.handles.append(connection.dup())
            if self.has_expired:
                self.close_connections()

    def expire(self) -> None:
        with self.lock:
            self.has_expired = True
            self.close_connections()

    def close_connections(self) -> None:
        """Shut both directions down: a thread that is reading wakes up and reads no more."""
        for handle in self.handles:
            try:
                handle.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # it has been closed by the other side

    def __enter__(self) -> "Deadline":
        self.timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.timer.cancel()
        with self.lock:
            for handle in self.handles:
                handle.close()
            self.handles.clear()
        if self.has_expired and (error is None or isinstance(error, Exception)):
            raise TimeoutError from error


class WatchedConnection(HTTPSConnection):
    """A connection that a deadline can close, even during its TLS handshake."""

    def __init__(self, *args: Any, deadline: Deadline, **options: Any) -> None:
        super().__init__(*args, **options)
        self.deadline = deadline

    def _new_conn(self) -> socket.socket:
        connection = super()._new_conn()
        self.deadline.watch(connection)
        return connection


class WatchedPool(urllib3.HTTPSConnectionPool):
    """A connection pool with one deadline, which is passed as the option `deadline`."""

    ConnectionCls = WatchedConnection
