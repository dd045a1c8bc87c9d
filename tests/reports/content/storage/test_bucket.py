"""What the bucket does when the network, or the storage at its end, misbehaves."""

import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.exceptions import SuspiciousOperation
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages

from reports.content.storage.breaker import Breaker
from reports.content.storage.bucket_access import breaker
from reports.content.storage.stored_file import FileStream, StorageUnavailable

HEAD = b'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\nETag: "a"\r\n\r\n'


class Listener:
    """A server that does one thing with each connection, and counts them."""

    def __init__(self, act: Callable[[socket.socket], None]) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.count = 0
        self.act = act
        threading.Thread(target=self.accept, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.socket.getsockname()[1]}"

    def accept(self) -> None:
        connections = []
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            self.count += 1
            connections.append(connection)  # else it would be closed
            self.act(connection)


@pytest.fixture
def listen(bucket: Any, settings: Any) -> Iterator[Callable[..., Listener]]:
    made: list[Listener] = []

    def listen(act: Callable[[socket.socket], None]) -> Listener:
        made.append(Listener(act))
        settings.S3_ENDPOINT_URL, settings.S3_READ_SECONDS = made[-1].address, 1
        settings.STORAGES = {**settings.STORAGES}
        return made[-1]

    yield listen
    for each in made:
        each.socket.close()


def fail_softly(connection: socket.socket) -> None:
    connection.recv(10_000)
    connection.sendall(b"HTTP/1.1 503 Slow Down\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
    connection.shutdown(socket.SHUT_WR)


@pytest.mark.parametrize("act", [lambda connection: None, fail_softly], ids=["silent", "503"])
def test_only_one_caller_waits_for_a_storage_that_does_not_answer(listen: Any, act: Any) -> None:
    server = listen(act)
    for _ in range(3):
        with pytest.raises(StorageUnavailable):
            default_storage.size("documents/a.pdf")
    assert server.count == 1


def test_it_is_tried_again_by_the_number_that_the_setting_says(listen: Any, settings: Any) -> None:
    settings.S3_RETRIES = 2
    server = listen(fail_softly)
    with pytest.raises(StorageUnavailable):
        default_storage.size("documents/a.pdf")
    assert server.count == 3


def send_half(connection: socket.socket) -> None:
    connection.recv(10_000)
    connection.sendall(HEAD + b"a" * 500)
    connection.shutdown(socket.SHUT_WR)


def stall(connection: socket.socket) -> None:
    connection.recv(10_000)
    connection.sendall(HEAD + b"a" * 500)


@pytest.mark.parametrize("act", [send_half, stall])
def test_a_file_that_ends_too_early_is_no_file(listen: Any, act: Any) -> None:
    listen(act)
    stream = default_storage.open_stream("documents/a.pdf")  # type: ignore[attr-defined]
    assert stream.length == 1000
    with pytest.raises(StorageUnavailable):
        stream.read()


def test_a_file_that_shrinks_is_no_file() -> None:
    with pytest.raises(StorageUnavailable):
        FileStream(ContentFile(b"abc"), 9, 9).read()


def test_the_breaker_lets_one_caller_try(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr("reports.content.storage.breaker.time.monotonic", lambda: now[0])
    breaker = Breaker(5, 60)
    breaker.check()
    breaker.trip()
    for now[0] in (101.0, 104.9):
        with pytest.raises(StorageUnavailable):
            breaker.check()
    now[0] = 105.0
    breaker.check()
    for now[0] in (105.0, 164.9):  # the one that tries is still waiting
        with pytest.raises(StorageUnavailable):
            breaker.check()
    now[0] = 165.0
    breaker.check()
    breaker.reset()
    breaker.check()


def test_a_missing_bucket_is_no_missing_file(bucket: Any, settings: Any) -> None:
    settings.S3_BUCKET = "no-such-bucket"
    settings.STORAGES = {**settings.STORAGES}
    with pytest.raises(StorageUnavailable, match="NoSuchBucket"):
        default_storage.open_stream("documents/a.pdf")  # type: ignore[attr-defined]


def test_a_second_file_of_a_name_does_not_replace_the_first(bucket: Any) -> None:
    names = [default_storage.save("documents/a.txt", ContentFile(text)) for text in (b"1", b"2")]
    assert names[0] == "documents/a.txt" != names[1]
    assert [default_storage.open(name).read() for name in names] == [b"1", b"2"]


def test_a_listing_has_several_pages(bucket: Any) -> None:
    storage: Any = storages["default"]
    for number in range(1003):
        storage.client.put_object(**storage.key(f"images/{number:04}.png"), Body=b"")
    storage.save("images2/a.png", ContentFile(b""))
    names = [file.name for file in storage.list_files("images")]
    assert names == [f"images/{number:04}.png" for number in range(1003)]


def test_no_secret_is_in_what_a_task_would_store(bucket: Any) -> None:
    assert storages["default"].deconstruct() == (
        "reports.content.storage.bucket.BucketStorage",
        (),
        {},
    )


def test_a_name_does_not_climb_out_of_the_prefix(bucket: Any) -> None:
    with pytest.raises(SuspiciousOperation):
        default_storage.size("../../a")
    breaker.check()


def test_a_fault_of_the_caller_does_not_close_the_storage(bucket: Any) -> None:
    breaker.trip()
    breaker.until = 1.0  # long ago: the next caller tries
    with pytest.raises(SuspiciousOperation):
        default_storage.size("../../a")
    default_storage.save("documents/a.txt", ContentFile(b"a"))
