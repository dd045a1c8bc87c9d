"""The servers that a service stands on, each a process of this machine that a test may stop."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

TIMEOUT_SECONDS = 60.0  # seconds until a server answers


def find_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def wait_for_port(port: int, process: subprocess.Popen[bytes] | None = None) -> None:
    end = time.monotonic() + TIMEOUT_SECONDS
    while time.monotonic() < end:
        with socket.socket() as client:
            client.settimeout(1)
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process and process.poll() is not None:
            raise AssertionError(f"{process.args} ended with {process.returncode}")
        time.sleep(0.05)
    raise AssertionError(f"Nothing listens on port {port}.")


class Server:
    """A process that listens on a port. It can be stopped and started again."""

    def __init__(self, folder: Path, *command: object, port: int) -> None:
        self.command = [str(part) for part in command]
        self.folder = self.logs = folder
        self.port = port
        self.process: subprocess.Popen[bytes] | None = None
        self.environment = dict(os.environ)

    def start(self) -> None:
        with (self.logs / f"{self.port}.log").open("ab") as log:
            self.process = subprocess.Popen(
                self.command,
                stdout=log,
                stderr=log,
                env=self.environment,
                cwd=self.folder,
                start_new_session=True,
            )
        wait_for_port(self.port, self.process)

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()
        self.process = None

    def read_log(self) -> str:
        return (self.logs / f"{self.port}.log").read_text(errors="replace")


class Postgres:
    """A cluster of its own, of a user who is not root and may not enter the folders of tests."""

    def __init__(self) -> None:
        self.folder = folder = Path(tempfile.mkdtemp(prefix="bilan-postgres-"))
        self.port, self.options = find_port(), ""
        self.bin = max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name))
        self.user = "postgres" if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name
        if os.getuid() == 0:
            shutil.chown(folder, "postgres")
        self.run("initdb", "-D", folder / "data", "-A", "trust", "-U", "bilan", "-E", "UTF8")

    def run(self, program: str, *arguments: object) -> None:
        words = [str(self.bin / program), *map(str, arguments)]
        if os.getuid() == 0:
            words = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", *words]
        subprocess.run(words, check=True, cwd="/", stdout=subprocess.DEVNULL)

    def encrypt(self, certificate: Path, key: Path) -> None:
        """Speak TLS from the next start on."""
        for path in (certificate, key):
            copy = Path(shutil.copy(path, self.folder))
            shutil.chown(copy, self.user)
            copy.chmod(0o600)
        files = f"-c ssl_cert_file={self.folder / certificate.name}"
        self.options = f"-c ssl=on {files} -c ssl_key_file={self.folder / key.name}"

    def start(self) -> None:
        options = f"-p {self.port} -k {self.folder} -h 127.0.0.1 -c fsync=off {self.options}"
        log = self.folder / "log"
        self.run("pg_ctl", "-D", self.folder / "data", "-w", "-l", log, "-o", options, "start")

    def stop(self) -> None:
        self.run("pg_ctl", "-D", self.folder / "data", "-m", "fast", "-w", "stop")

    def remove(self) -> None:
        shutil.rmtree(self.folder)

    def url(self, name: str) -> str:
        return f"postgres://bilan@127.0.0.1:{self.port}/{name}"

    def create(self, name: str) -> str:
        """Create an empty database and return its address."""
        self.run("createdb", "-h", "127.0.0.1", "-p", self.port, "-U", "bilan", name)
        return self.url(name)


def get(url: str, timeout: float = 30, **headers: str) -> tuple[int, bytes]:
    """Return the status and the body of an answer, 0 where there is none."""
    request = urllib.request.Request(
        url, headers={k.replace("_", "-"): v for k, v in headers.items()}
    )
    try:
        with urllib.request.urlopen(request, timeout=timeout) as response:
            return response.status, response.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read()
    except OSError:
        return 0, b""
