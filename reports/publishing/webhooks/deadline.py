"""One deadline for a whole exchange over HTTPS, kept by closing its connection."""

import socket
import threading
from types import TracebackType
from typing import Any

import urllib3
from urllib3.connection import HTTPSConnection


class Deadline:
    """Closes the connections of an exchange after some seconds, whatever the other side sends.

    The timeouts of urllib3 are those of one read: whoever sends a byte in time, or `100 Continue`
    again and again, is never too slow for them. As a context, it raises TimeoutError at its end if
    the time was up.
    """

    def __init__(self, seconds: float) -> None:
        self.timer = threading.Timer(seconds, self.expire)
        self.timer.daemon = True
        self.lock = threading.Lock()
        self.has_expired = False
        self.handles: list[socket.socket] = []

    def watch(self, connection: socket.socket) -> None:
        """Close this connection when the time is up; at once if it is already.

        A handle of its own is kept: TLS takes the socket away from whoever opened it.
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
        """End both directions: a thread that reads is woken, and reads no more."""
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
    """A connection that a deadline closes, from before its TLS handshake."""

    def __init__(self, *args: Any, deadline: Deadline, **options: Any) -> None:
        super().__init__(*args, **options)
        self.deadline = deadline

    def _new_conn(self) -> socket.socket:
        connection = super()._new_conn()
        self.deadline.watch(connection)
        return connection


class WatchedPool(urllib3.HTTPSConnectionPool):
    """Connections that one deadline closes; `deadline` is among the options of the pool."""

    ConnectionCls = WatchedConnection
