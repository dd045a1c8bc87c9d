"""The guide's receivers of webhooks, told of real changes: one of them is down for a while."""

import json
import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.docs.blocks import MESSAGE, RECEIVER, Block, blocks, matches
from tests.https_server import HttpsServer

from .server import ROOT, TIMEOUT_SECONDS, Demonstration, free_port

HERE = Path(__file__).resolve().parent
RECEIVING = HERE / "receiving"
FOLDER = HERE / "generated" / "receivers"  # below node_modules, where Node.js looks for packages
COMMANDS = {
    "next": ["node", "host.mjs"],
    "astro": ["node", "astro.mjs"],
    "python": [sys.executable, "python.py"],
}
ADD_WEBHOOKS = """
import json, os
from reports.publishing.models import Webhook
addresses = json.loads(os.environ["ADDRESSES"]).items()
rows = [Webhook.objects.create(name=name, address=address) for name, address in addresses]
print("KEYS", json.dumps({row.name: row.secret for row in rows}))
"""
HEADERS = ("content-type", "webhook-id", "webhook-timestamp", "webhook-signature")
# What receiving/acts.py does. A redirect led to the report that is gone.
KINDS = ["REPORT_CHANGED", "RECORD_CHANGED", "REPORT_WITHDRAWN", "REDIRECT_WITHDRAWN"]
ACTS = len(KINDS)


@dataclass
class Receiver:
    """A receiver of the guide, behind a server that speaks HTTPS."""

    name: str
    front: HttpsServer
    port: int = field(default_factory=free_port)
    path: str = "/"
    answers: list[tuple[str, int]] = field(default_factory=list)
    """The ids of the messages that came, each with the status that it got."""

    def pass_on(self, handler: Any) -> None:
        """Answer as the receiver does; 502 while it is down."""
        headers = {name: handler.headers[name] for name in HEADERS}
        status = self.post(handler.body, headers)
        self.answers.append((headers["webhook-id"], status))
        handler.send_response(status)
        handler.end_headers()

    def post(self, body: bytes, headers: dict[str, str]) -> int:
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{self.path}", body, headers)
        try:
            with urllib.request.urlopen(request, timeout=10) as response:
                return int(response.status)
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            return 502

    @contextmanager
    def started(self, key: str) -> Iterator[None]:
        environment = {"BILAN_WEBHOOK_KEY": key, "PORT": str(self.port), "BUILD": "echo built"}
        with (FOLDER / f"{self.name}.log").open("w") as log:
            process = subprocess.Popen(
                COMMANDS[self.name],
                cwd=FOLDER,
                env=os.environ | environment,
                stdout=log,
                stderr=log,
            )
        try:
            yield
        finally:
            process.terminate()
            process.wait(TIMEOUT_SECONDS)

    @property
    def accepted(self) -> list[str]:
        """The ids of the messages that it took, in order."""
        return [id for id, status in self.answers if status == 204]

    @property
    def printed(self) -> str:
        return (FOLDER / f"{self.name}.log").read_text()


def run(demonstration: Demonstration) -> list[str]:
    """Change something while one receiver is down; sentences about what each has got."""
    write_receivers()
    with ExitStack() as stack:
        receivers = {name: stack.enter_context(receiver(name)) for name in COMMANDS}
        keys = add_webhooks(demonstration, receivers)
        for name in ("next", "astro"):
            stack.enter_context(receivers[name].started(keys[name]))
        demonstration.manage(["shell"], (RECEIVING / "acts.py").read_text())
        stack.enter_context(sending(demonstration))
        down = receivers["python"]
        wait_until(lambda: len(down.answers) >= 2, "nobody asks whoever is down")
        require(not down.accepted, "whoever is down has taken something")
        stack.enter_context(down.started(keys["python"]))
        wait_until(lambda: all(len(r.accepted) >= ACTS for r in receivers.values()), "some lack")
        check(receivers)
    return [f"receivers: {ACTS} messages each, in order, one of three down at first"]


def list_blocks() -> list[Block]:
    """Return the receivers of the guide, and the message that it shows."""
    return [each for each in blocks(ROOT / "docs" / "frontend.md") if each.runner == "receiver"]


def write_receivers() -> None:
    """Write the receivers of the guide, and what stands around them here."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    for block in list_blocks():
        if named := RECEIVER.match(block.text):
            (FOLDER / named[1]).write_text(block.text, encoding="utf-8")
    shutil.copy(RECEIVING / "host.mjs", FOLDER)
    package = FOLDER / "node_modules" / "next"
    package.mkdir(parents=True)
    shutil.copy(RECEIVING / "cache.mjs", package)
    exports = {"name": "next", "type": "module", "exports": {"./cache": "./cache.mjs"}}
    (package / "package.json").write_text(json.dumps(exports))


@contextmanager
def receiver(name: str) -> Iterator[Receiver]:
    made = Receiver(name, HttpsServer(FOLDER))
    made.front.respond = made.pass_on
    try:
        yield made
    finally:
        made.front.stop()


def add_webhooks(demonstration: Demonstration, receivers: dict[str, Receiver]) -> dict[str, str]:
    """Add the addresses of the receivers, and return their keys."""
    addresses = json.dumps({name: each.front.address for name, each in receivers.items()})
    printed = demonstration.manage(["shell"], ADD_WEBHOOKS, ADDRESSES=addresses)
    keys: dict[str, str] = json.loads(printed.rpartition("KEYS ")[2])
    return keys


@contextmanager
def sending(demonstration: Demonstration, folder: Path = FOLDER) -> Iterator[None]:
    """Let the outbox be delivered, to servers of this machine whose authority is in `folder`."""
    environment = demonstration.environment(
        WEBHOOK_ALLOWED_NETWORKS="127.0.0.0/8, ::1/128",
        WEBHOOK_CA_FILE=str(folder / "authority.pem"),
        OUTBOX_RETRY_SECONDS="1",
    )
    command = [sys.executable, "manage.py", "run_outbox"]
    runner = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        yield
    finally:
        runner.terminate()
        runner.wait(TIMEOUT_SECONDS)


def check(receivers: dict[str, Receiver]) -> None:
    """Each got the same entries in the order of the feed, and takes nothing that was forged."""
    for name, each in receivers.items():
        bodies = {headers["webhook-id"]: json.loads(body) for headers, body in each.front.received}
        kinds = [bodies[id]["type"] for id in dict.fromkeys(each.accepted)]
        require(kinds == KINDS, f"{name} got {kinds}")
        headers, body = each.front.received[-1]
        kept = {key: headers[key] for key in HEADERS if key in headers}
        require(each.post(body, kept) == 204, f"{name} refuses a repeat")
        require(each.post(body + b" ", kept) == 401, f"{name} takes what was forged")
    [shown] = [block for block in list_blocks() if MESSAGE.match(block.text)]
    first = receivers["next"].front.received[0][1].decode()
    require(matches(shown, first), f"the guide shows another message than {first}")
    require("report-2024 max" in receivers["next"].printed, "no tag is made stale")
    require("built" in receivers["astro"].printed, "nothing is built")
    require("REPORT_CHANGED /bilan/2024/" in receivers["python"].printed, "nothing is printed")


def require(holds: bool, complaint: str) -> None:
    if not holds:
        raise AssertionError(f"receivers: {complaint}")


def wait_until(holds: Callable[[], bool], complaint: str) -> None:
    end = time.monotonic() + TIMEOUT_SECONDS
    while not holds():
        require(time.monotonic() < end, complaint)
        time.sleep(0.1)
