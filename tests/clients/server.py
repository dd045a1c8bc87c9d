"""A demonstration of its own for clients: a temporary folder, free ports, nothing left behind."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TIMEOUT_SECONDS = 60  # seconds
FOREIGN = ("CACHE_URL", "GRAPHQL_STRICT", "GRAPHQL_MANIFEST")


@dataclass(frozen=True)
class Demonstration:
    """The demo reports in a database, from which servers may be started."""

    folder: Path

    @classmethod
    @contextmanager
    def loaded(cls) -> Iterator["Demonstration"]:
        with tempfile.TemporaryDirectory(prefix="bilan-clients-") as folder:
            demonstration = cls(Path(folder))
            copy_migrated(demonstration.folder / "demo.sqlite3")
            for command in (["migrate", "-v", "0"], ["load_demo"]):
                subprocess.run(
                    [sys.executable, "manage.py", *command],
                    cwd=ROOT,
                    env=demonstration.environment(),
                    check=True,
                    stdout=subprocess.DEVNULL,
                )
            yield demonstration

    def manage(self, command: list[str], script: str = "", **environment: str) -> str:
        """Run a command of Bilan, with a script on its standard input; return what it prints."""
        done = subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=ROOT,
            env=self.environment(**environment),
            input=script,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            raise AssertionError(f"{command}\n{done.stdout}{done.stderr}")
        return done.stdout

    def environment(self, **more: str) -> dict[str, str]:
        inherited = {name: value for name, value in os.environ.items() if name not in FOREIGN}
        return {
            **inherited,
            "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
            "DATABASE_URL": f"sqlite:///{self.folder / 'demo.sqlite3'}",
            "MEDIA_ROOT": str(self.folder / "media"),
            "OUTBOX_IN_SERVER": "0",  # tests say when messages leave, and to whom
            **more,
        }

    @contextmanager
    def served(self, **environment: str) -> Iterator[str]:
        """The address of a server that runs as `make serve` has it, with more `environment`."""
        port = free_port()
        address = ["--host", "127.0.0.1", "--port", str(port)]
        capacity = ["--http", "1", "--workers", "1", "--blocking-threads", "16", "--no-ws"]
        capacity.append("--respawn-failed-workers")
        command = ["granian", "--interface", "wsgi", *address, *capacity, "cms.wsgi:application"]
        log = self.folder / f"{port}.log"
        with log.open("w") as output:
            server = subprocess.Popen(
                [sys.executable, "-m", *command],
                cwd=ROOT,
                env=self.environment(**environment),
                stdout=output,
                stderr=output,
            )
        try:
            base = f"http://127.0.0.1:{port}"
            wait(f"{base}/health/", server, log)
            yield base
        finally:
            server.terminate()
            server.wait(TIMEOUT_SECONDS)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    """Returns once `url` answers. Raises RuntimeError, with the server's log, if it does not."""
    end = time.monotonic() + TIMEOUT_SECONDS
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"the server does not answer:\n{log.read_text()}")


def copy_migrated(file: Path) -> None:
    """Begin a database of SQLite with the migrated one of a run, if MIGRATED names its folder."""
    migrated = Path(os.environ.get("MIGRATED", "")) / "migrated.sqlite3"
    if migrated.is_file():
        shutil.copyfile(migrated, file)
