"""A server in a process of its own, on its own copy of the database: one that can be killed."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TIMEOUT_SECONDS = 120  # to start: a loaded machine took more than 30


@dataclass
class Mortal:
    """`start` and `kill` it as often as you like: its address stays."""

    database: Path
    port: int = 0
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        # --insecure: static files too
        command = ["manage.py", "runserver", "--noreload", "--insecure", f"127.0.0.1:{self.port}"]
        self.process = subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            env={
                **os.environ,
                "DJANGO_SETTINGS_MODULE": "cms.settings.test",
                "DATABASE_URL": f"sqlite:///{self.database}",
            },
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        end = time.monotonic() + TIMEOUT_SECONDS
        while time.monotonic() < end:
            try:
                with urllib.request.urlopen(f"{self.url}/health/", timeout=2):
                    return
            except OSError:
                time.sleep(0.1)
        self.kill()
        raise RuntimeError("the server does not answer")

    def kill(self) -> None:
        """As a machine that loses power would: no thread ends what it is doing."""
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None


def copy_database(database: Path, folder: Path) -> Path:
    """A copy of a database in a file, with what its journal has not written back yet."""
    to = folder / "copy.sqlite3"
    for suffix in ("", "-wal"):
        if (file := database.with_name(database.name + suffix)).exists():
            shutil.copy(file, to.with_name(to.name + suffix))
    return to
