"""A backup of a service in use, restored into nothing: all is as before, or somebody is told."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path

import pytest
from django.db import connection

from cms.operations.backup.manifest import Manifest
from tests.https_server import HttpsServer
from tests.smtp_server import MailServer, serve_mail
from tests.upgrades.database import temporary_postgres

# A message, a webhook and a schedule, as they wait in a service.
WAITING = """
from datetime import timedelta
from django.core.mail import send_mail
from django.utils import timezone
from reports import models
from reports.publishing.webhooks.messages import enqueue_test
send_mail("Objet", "Texte", None, ["a@bilan.example"])
enqueue_test(models.Webhook.objects.create(name="W", address=ADDRESS))
page = models.AnnualReportPage.objects.get(year=2024)
page.save_revision(approved_go_live_at=timezone.now() + timedelta(days=1))
"""
# What of them is left.
WAITED = """
from wagtail.models import Revision
from reports import models
messages = models.OutboxEntry.objects.filter(kind__in=["mail", "webhook"]).exclude(payload=None)
schedules = Revision.objects.exclude(approved_go_live_at=None)
print(messages.count(), models.Webhook.objects.filter(enabled=True).count(), schedules.count())
"""
ROOT = Path(__file__).resolve().parents[4]
SETTINGS = {"DJANGO_SETTINGS_MODULE": "cms.settings.dev", "CACHE_URL": ""}


class Service:
    """A database and a folder of files, and commands that run on them."""

    def __init__(self, folder: Path, url: str) -> None:
        self.media = folder / "media"
        self.url = url
        self.variables: dict[str, str] = {}

    def run(self, *command: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-W", "ignore", "manage.py", *map(str, command)],
            cwd=ROOT,
            env={
                **os.environ,
                **SETTINGS,
                **self.variables,
                "DATABASE_URL": self.url,
                "MEDIA_ROOT": str(self.media),
            },
            capture_output=True,
            text=True,
        )

    def do(self, *command: object) -> str:
        done = self.run(*command)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def refuse(self, *command: object) -> str:
        done = self.run(*command)
        assert done.returncode == 1, done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        return done.stdout + done.stderr


@pytest.fixture
def services(tmp_path: Path, db: None) -> Iterator[tuple[Service, Service]]:
    """Two that share nothing."""
    with ExitStack() as stack:
        made = []
        for name in ("first", "second"):
            folder = tmp_path / name
            folder.mkdir()
            url = f"sqlite:///{folder / 'bilan.sqlite3'}"
            if connection.vendor == "postgresql":
                url = stack.enter_context(temporary_postgres(name))
            made.append(Service(folder, url))
        yield made[0], made[1]


@pytest.mark.parametrize("command", [("backup",), ("restore",), ("restore", "--check")])
def test_a_shell_without_the_variables(tmp_path: Path, command: tuple[str, ...]) -> None:
    """Neither command takes the database of the demonstration for that of the service."""
    folder = tmp_path / "backup"
    (line,) = Service(tmp_path, "").refuse(*command, folder).splitlines()
    assert line.startswith("CommandError: DATABASE_URL is not set")
    assert not folder.exists()


@pytest.fixture
def receivers(tmp_path: Path) -> Iterator[tuple[HttpsServer, MailServer]]:
    """Who would get a webhook and a mail."""
    https = HttpsServer(tmp_path)
    with serve_mail() as smtp:
        yield https, smtp
    https.stop()


def test_there_and_back(
    services: tuple[Service, Service], receivers: tuple[HttpsServer, MailServer], tmp_path: Path
) -> None:
    first, second = services
    https, smtp = receivers
    first.variables = second.variables = {
        "EMAIL_HOST": "127.0.0.1",
        "EMAIL_PORT": str(smtp.port),
        "EMAIL_USE_TLS": "0",
        "CA_BUNDLE": str(https.authority),
        "WEBHOOK_ALLOWED_NETWORKS": "127.0.0.1/32,::1/128",
        "PDF_REPORTS": "0",
    }
    folder = tmp_path / "backup"
    first.do("migrate", "-v", "0")
    first.do("load_demo", "-v", "0")
    first.do("shell", "-c", WAITING.replace("ADDRESS", repr(https.address)))
    assert "Not a directory" in first.refuse("backup", "/dev/null/backup")
    folder.mkdir(mode=0o755)
    assert "answers' hashes" in first.do("backup", folder)
    assert not any(path.stat().st_mode & 0o077 for path in folder.rglob("*"))
    assert "is not empty" in first.refuse("backup", folder)
    assert "is not empty" in first.refuse("restore", folder)

    done = second.do("restore", "--drill", folder)
    assert "A drill: 2 messages, 1 webhooks, 1 schedules are off." in done
    assert first.do("shell", "-c", WAITED).splitlines()[-1] == "2 1 1"
    assert second.do("shell", "-c", WAITED).splitlines()[-1] == "0 0 0"
    second.do("run_outbox", "--once")
    assert (https.received, smtp.mails) == ([], [])
    first.do("run_outbox", "--once")
    assert (len(https.received), len(smtp.mails)) == (1, 1)
    lines = (
        "observations: as before",
        "mentions: as before",
        "search: as before",
        "media: as before",
    )
    assert all(line in done for line in (*lines, "answers: as before"))
    manifest = json.loads((folder / "manifest.json").read_text())
    assert len(manifest["answers"]) > 20
    assert {path.name for path in second.media.rglob("*") if path.is_file()} >= {
        Path(name).name for name in manifest["files"] if name.startswith("files/")
    }

    picture = next((first.media / "original_images").iterdir())
    picture.unlink()
    assert f"le fichier original_images/{picture.name} manque" in first.do(
        "backup", tmp_path / "incomplete"
    )

    second.do("shell", "-c", "from reports.models import Service as S; S.objects.update(name='X')")
    assert "answers differ, such as" in second.refuse("restore", "--check", folder)

    dump = next(path for path in folder.iterdir() if path.name.startswith("database."))
    dump.write_bytes(dump.read_bytes()[:-1])
    assert f"Missing or damaged: {dump.name}" in second.refuse("restore", "--check", folder)
    (folder / "manifest.json").unlink()
    assert "is no backup" in second.refuse("restore", "--check", folder)


def test_a_backup_of_another_kind_of_database_stores_no_file(
    services: tuple[Service, Service], tmp_path: Path
) -> None:
    service, folder = services[0], tmp_path / "backup"
    other = "dump" if connection.vendor == "sqlite" else "sqlite3"
    files = {f"database.{other}": b"", "files/picture.png": b"png"}
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    hashes = {name: sha256(content).hexdigest() for name, content in files.items()}
    Manifest("", "", other, {}, hashes).write(folder)

    assert "of another kind of database" in service.refuse("restore", folder)
    assert not [path for path in service.media.rglob("*") if path.is_file()]
