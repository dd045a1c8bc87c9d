"""A mail server for tests: it keeps what it takes, in order, and fails where it is told to.

Some fifty lines replace aiosmtpd, whose last release is of 2024: a test here wants to break a
conversation at a chosen word, and nothing else of a mail server.
"""

import socketserver
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from threading import Lock, Thread


@dataclass(frozen=True)
class Mail:
    """A message as it was taken, with the addresses of its envelope."""

    sender: str
    recipient: str
    message: Message


@dataclass
class MailServer:
    """What a server has taken. `answer` may give another answer to a verb, or to a mail (".")."""

    port: int = 0
    mails: list[Mail] = field(default_factory=list)
    answer: Callable[[str], str] = lambda verb: ""
    delay: float = 0  # seconds between taking a mail and saying so
    lock: Lock = field(default_factory=Lock)


class Conversation(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        try:
            self.say("220 test")
            while line := self.rfile.readline():
                if not self.react(line.decode().strip()):
                    return
        except OSError:
            return  # the client was killed

    def say(self, line: str) -> bool:
        self.wfile.write(f"{line}\r\n".encode())
        return True

    def react(self, line: str) -> bool:
        """Answer a line; return whether the conversation goes on."""
        mails: MailServer = self.server.mails
        verb, _, rest = line.partition(" ")
        verb = verb.upper()
        address = rest.partition("<")[2].partition(">")[0]
        if other := mails.answer(verb):
            return other != "hang up" and self.say(other)
        if verb == "QUIT":
            return not self.say("221 bye")
        if verb == "MAIL":
            self.sender = address
        if verb == "RCPT":
            self.recipient = address
        if verb == "DATA":
            self.say("354 go on")
            lines = []
            while (part := self.rfile.readline()) != b".\r\n":
                if not part:
                    return False  # killed in the middle: nothing was taken
                lines.append(part.removeprefix(b".") if part.startswith(b"..") else part)
            if other := mails.answer("."):
                return other != "hang up" and self.say(other)
            with mails.lock:
                message = message_from_bytes(b"".join(lines))
                mails.mails.append(Mail(self.sender, self.recipient, message))
            time.sleep(mails.delay)
        return self.say("250 ok")


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 50
    mails: MailServer


@contextmanager
def serve_mail(context: ssl.SSLContext | None = None) -> Iterator[MailServer]:
    """Run a mail server on a free port of this machine, with TLS from the first byte if asked."""
    with Server(("127.0.0.1", 0), Conversation) as server:
        if context:
            server.socket = context.wrap_socket(server.socket, server_side=True)
        server.mails = MailServer(server.server_address[1])
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server.mails
        finally:
            server.shutdown()
            thread.join()
