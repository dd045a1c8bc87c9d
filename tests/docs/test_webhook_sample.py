"""The message that the guide signs is one that Bilan could have sent."""

import base64
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from standardwebhooks import Webhook

from reports.publishing.webhooks.signing import sign

from .blocks import blocks

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "frontend.md"
TEXT = GUIDE.read_text(encoding="utf-8")
(SCRIPT,) = (block.text for block in blocks(GUIDE) if block.runner == "sender")
KEY = re.findall(r"whsec_\S+", SCRIPT)[0]


class Receiver(BaseHTTPRequestHandler):
    """Takes what is signed with the key of the guide."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.received = Webhook(KEY).verify(body, dict(self.headers))  # type: ignore[attr-defined]
        self.send_response(204)
        self.end_headers()


@pytest.fixture
def receiver() -> Iterator[Any]:
    server = HTTPServer(("127.0.0.1", 0), Receiver)
    thread = threading.Thread(target=server.handle_request)
    thread.start()
    yield server
    thread.join(10)
    server.server_close()


def test_the_script_of_the_guide_sends_what_a_library_verifies(
    receiver: Any, tmp_path: Path
) -> None:
    file = tmp_path / "send.py"
    file.write_text(SCRIPT, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, str(file), f"http://127.0.0.1:{receiver.server_port}/"],
        env={"BILAN_WEBHOOK_KEY": KEY},
        capture_output=True,
        text=True,
    )
    assert run.stdout == "204\n", run.stderr
    assert receiver.received["data"]["path"] == "/bilan/2024/"


def test_the_signature_in_the_guide_is_that_of_bilan() -> None:
    assert len(base64.b64decode(KEY.removeprefix("whsec_"))) >= 24
    body = re.findall(r"^body = '(.+)'$", SCRIPT, re.MULTILINE)[0].encode()
    ((id, moment, signature),) = re.findall(r'`sign\("([\w-]+)", (\d+)\)` is `(\S+)`', TEXT)
    assert signature == sign([KEY], id, int(moment), body)
