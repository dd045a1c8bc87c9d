"""Whatever starts a server tells Django of the threads that it has.

A process keeps some of its threads free for what is cached: it has to know how many there are.
"""

import re
import socket
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
LAUNCHERS = ["Makefile", "Procfile", "Dockerfile", "docs/deployment/bilan@.service"]


@pytest.mark.parametrize("launcher", LAUNCHERS)
def test_granian_and_django_know_the_same_number(launcher: str) -> None:
    text = (ROOT / launcher).read_text()
    given = re.findall(r'--blocking-threads"?,?\s+"?\$*(\{WEB_THREADS:-\d+\}|\d+)', text)
    told = re.findall(r"WEB_THREADS=\$*(\{WEB_THREADS:-\d+\}|\d+)", text)
    assert given
    assert told == given


@pytest.mark.parametrize("python", ["python3.11", "python3.11-absent"])
@pytest.mark.parametrize("target", ["demo", "serve"])
def test_a_port_that_is_taken_is_said_before_anything_is_done(target: str, python: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        done = subprocess.run(
            ["make", "-s", target, f"PORT={port}", f"PYTHON={python}"],
            cwd=ROOT,
            capture_output=True,
            text=True,
        )
    assert done.returncode
    assert f"Something listens on port {port} already" in done.stderr


def test_a_free_port_is_not_called_taken_where_python_has_another_name() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    command = ["make", "-s", "port-is-free", f"PORT={port}", "PYTHON=python3.11-absent"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
