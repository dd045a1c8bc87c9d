"""Servers of the demonstration, each of its own folder, as `make serve` starts them."""

import http.client
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
QUERIES = ROOT / "graphql" / "queries"
CLOCK = os.sysconf("SC_CLK_TCK")


def request(text: str, **variables: object) -> bytes:
    return json.dumps({"query": text, "variables": variables}).encode()


@dataclass
class Server:
    """A running server and its workers, as the kernel counts them."""

    port: int
    process: subprocess.Popen[bytes]

    @property
    def workers(self) -> list[Path]:
        """The processes that answer: those below the one that watches them."""
        group = os.getpgid(self.process.pid)
        found = [path for path in Path("/proc").iterdir() if path.name.isdigit()]
        return [path for path in found if in_group(path, group)]

    def cpu(self) -> float:
        """Seconds of processor that it has used, all its processes together."""
        return sum(sum(map(int, fields(path)[11:13])) for path in self.workers) / CLOCK

    def memory(self) -> float:
        """MiB that its largest process holds."""
        pages = [int((path / "statm").read_text().split()[1]) for path in self.workers]
        return max(pages) * os.sysconf("SC_PAGE_SIZE") / 2**20


def fields(path: Path) -> list[str]:
    """What the kernel says of a process, from its state on: `man 5 proc_pid_stat`."""
    try:
        return (path / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ["0"] * 20


def in_group(path: Path, group: int) -> bool:
    return fields(path)[2] == str(group)


@contextmanager
def demonstration() -> Iterator[dict[str, str]]:
    """The environment of a demonstration in a temporary folder, which it has been loaded into."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
            "DATABASE_URL": f"sqlite:///{folder}/bilan.sqlite3",
            "MEDIA_ROOT": folder,
            "CLIENT_ADDRESS_HEADER": "ClientAddress",
        }
        for command in ("migrate", "load_demo"):
            subprocess.run(
                [sys.executable, "manage.py", command, "-v", "0"],
                cwd=ROOT,
                env=environment,
                check=True,
                stdout=subprocess.DEVNULL,
            )
        yield environment


@contextmanager
def started(port: int, environment: dict[str, str], *command: str) -> Iterator[Server]:
    """A server by `command`, or by `make serve`, that answers by now."""
    process = subprocess.Popen(
        command or ["make", "-s", "serve", f"PORT={port}"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait(port)
        yield Server(port, process)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def wait(port: int) -> None:
    for _ in range(120):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        try:
            connection.request("GET", "/health/")
            connection.getresponse().read()
            return
        except OSError:
            time.sleep(0.5)
        finally:
            connection.close()
    raise SystemExit("the server did not answer")
