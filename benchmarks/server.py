"""Servers under measurement: how they are started, and what the kernel counts of them."""

import http.client
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GRANIAN = [".venv/bin/granian", "--interface", "wsgi", "--host", "127.0.0.1"]
PACKAGES = "var/packages"  # where `make bench` installs what a service has
CLOCK = os.sysconf("SC_CLK_TCK")
ATTEMPTS, PAUSE, PATIENCE = 120, 0.5, 10  # how often a server is asked; seconds; seconds to end


@dataclass
class Server:
    """A running server and its workers, as the kernel counts them."""

    port: int
    process: subprocess.Popen[bytes]

    @property
    def workers(self) -> list[Path]:
        """The processes of the server: those of the group that it leads."""
        processes = [path for path in Path("/proc").iterdir() if path.name.isdigit()]
        return [path for path in processes if read_fields(path)[2] == str(self.process.pid)]

    def cpu(self) -> float:
        """Return the seconds of processor that all its processes have used together."""
        return sum(sum(map(int, read_fields(path)[11:13])) for path in self.workers) / CLOCK

    def memory(self) -> float:
        """Return the MiB that its largest process holds."""
        pages = [int((path / "statm").read_text().split()[1]) for path in self.workers]
        return max(pages) * os.sysconf("SC_PAGE_SIZE") / 2**20

    def read(self, path: str, **headers: str) -> bytes:
        """Return the body of an answer, which has to be 200."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request("GET", path, headers=headers)
            response = connection.getresponse()
            body = response.read()
        finally:
            connection.close()
        if response.status != 200:
            raise SystemExit(f"{path[:90]} answered {response.status}: {body[:300].decode()}")
        return body


def read_fields(process: Path) -> list[str]:
    """Return what the kernel says of a process, from its state on: `man 5 proc_pid_stat`."""
    try:
        return (process / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ["0"] * 20


@contextmanager
def started(port: int, environment: dict[str, str], *command: str) -> Iterator[Server]:
    """Start a server by `command`, or by `make serve`; end it with all its processes."""
    installed = [f"VENV={PACKAGES}"] if (ROOT / PACKAGES / "production").exists() else []
    process = subprocess.Popen(
        command or ["make", "-s", "serve", f"PORT={port}", *installed],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_for_answer(port, process)
        yield Server(port, process)
    finally:
        end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """End a server; kill what is left of it after some seconds."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    with suppress(subprocess.TimeoutExpired):
        process.wait(PATIENCE)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def wait_for_answer(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until a server answers, whatever it says."""
    for _ in range(ATTEMPTS):
        if process.poll() is not None:
            raise SystemExit(f"the server of port {port} ended with {process.returncode}")
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        try:
            connection.request("GET", "/health/")
            connection.getresponse().read()
            return
        except OSError:
            time.sleep(PAUSE)
        finally:
            connection.close()
    raise SystemExit(f"the server of port {port} did not answer")
