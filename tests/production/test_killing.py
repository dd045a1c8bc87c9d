"""Runners and schedulers are killed at random: every mail arrives, in order, repeats are marked."""

import json
import os
import random
import subprocess
import time
from collections import defaultdict
from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from django.core.mail import send_mail
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageLogEntry

from reports.content.models import AnnualReportPage, Indicator, Observation, Service, User
from reports.content.site_tree import report_index
from reports.publishing.models import Change, Correction, OutboxEntry, Release, ReportVersion
from reports.publishing.models.outbox import PENDING
from reports.publishing.outbox.runner import Runner
from reports.publishing.releases.approval import approve
from reports.publishing.releases.contents import Candidate, choose_items
from tests.reports.publishing.corrections.bodies import USERS, indicator_table
from tests.reports.publishing.corrections.test_publication import answer
from tests.reports.publishing.test_scheduled import (
    HELD,
    PUBLISHED,
    add_hollow,
    add_plain,
    schedule,
)
from tests.shared_database import describe_process, shared_database
from tests.smtp_server import MailServer, serve_mail

SECONDS = float(os.environ.get("KILLING_SECONDS", "8"))
SEED = int(os.environ.get("KILLING_SEED", "1"))
DELAY = 0.02  # seconds in which a runner that is killed has sent and does not know it
ENOUGH = 20  # mails before the killing ends, however slow the machine is
TIMEOUT_SECONDS = 60  # seconds for them
RECIPIENTS = 40
MAILS = 8  # for each of them
CORRECTIONS = 6  # of published reports, at an hour
RELEASES = 6  # of a correction, a record and a redirect
PAGES = 12  # to be published, and as many reports to be held


def write_entries() -> dict[str, list[str]]:
    """Write mails in turn to all recipients; return their subjects by recipient, in order."""
    expected = defaultdict(list)
    for number in range(MAILS):
        for name in range(RECIPIENTS):
            recipient = f"r{name}@bilan.example"
            send_mail(f"{number}", "Texte", None, [recipient])
            expected[recipient].append(f"{number}")
    return expected


def answer_badly(chance: random.Random) -> Any:
    """Return answers of a mail server that loses and refuses some mails for a moment."""

    def answer(verb: str) -> str:
        if verb == "." and chance.random() < 0.03:
            return "451 try again"
        return "hang up" if verb == "RCPT" and chance.random() < 0.02 else ""

    return answer


def list_first_receipts(server: MailServer) -> dict[str, list[str]]:
    """Return the subjects that each recipient received, in order; each repeat must be marked."""
    received: dict[str, list[str]] = defaultdict(list)
    seen = set()
    for mail in server.mails:
        identity = (mail.recipient, mail.message["Message-ID"])
        if identity in seen:
            assert int(mail.message["X-Bilan-Attempt"]) > 1
        else:
            received[mail.recipient].append(str(mail.message["Subject"]))
        seen.add(identity)
    return received


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_whoever_is_killed_every_mail_arrives(
    tmp_path: Path, settings: Any, record_property: Any
) -> None:
    settings.EMAIL_BACKEND = "cms.operations.mail.OutboxBackend"
    expected = write_entries()
    Indicator.objects.create(code=USERS[1], name=USERS[2])
    author = User.objects.create_user("author", email="author@bilan.example")
    User.objects.create_superuser("approver")
    corrected = [schedule_correction(2030 + number) for number in range(CORRECTIONS)]
    released = [approve_release(2040 + number, author) for number in range(RELEASES)]
    pages = [add_plain(f"page-{number}") for number in range(PAGES)]
    reports = [add_hollow(2050 + number) for number in range(PAGES)]
    for page in [*pages, *reports]:
        schedule(page, author)
    with serve_mail() as server:
        server.answer, server.delay = answer_badly(random.Random(SEED)), DELAY
        with shared_database(tmp_path) as url:
            kills = cause_chaos(url, server)
        during = len(server.mails)
        server.answer, server.delay = (lambda verb: ""), 0
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        settings.EMAIL_USE_TLS = False
        finish_in_peace()
    received = list_first_receipts(server)

    held = received.pop(str(author.email))
    assert sorted(held) == [f"Publication retenue : {page.title}" for page in reports]
    assert received == expected
    assert not OutboxEntry.objects.filter(PENDING).exists()
    assert not OutboxEntry.objects.exclude(given_up_at=None).exists()
    assert Page.objects.filter(pk__in=[page.pk for page in pages], live=True).count() == PAGES
    for action, count in ((HELD, PAGES), (PUBLISHED, PAGES + CORRECTIONS + RELEASES)):
        assert PageLogEntry.objects.filter(action=action).count() == count
    for page in corrected:
        check_correction(page)
    for release in released:
        check_release(release)
    assert min(kills.values()) > 0
    assert during >= ENOUGH
    repeats = len(server.mails) - len(held) - sum(map(len, received.values()))
    record_property(
        "counted",
        f"{connection.vendor}: killed {kills['outbox']} runners and {kills['scheduler']} "
        f"schedulers; of {len(server.mails)} mails, {during} arrived meanwhile, {repeats} again",
    )


def correct(year: int) -> AnnualReportPage:
    """Publish a report, and return it as it is with one figure corrected, not saved."""
    page = AnnualReportPage(title=f"Bilan {year}", year=year, slug=str(year), live=False)
    report_index().add_child(instance=page)
    page.body = json.dumps([indicator_table(USERS)])
    page.save_revision(clean=False).publish()
    page = AnnualReportPage.objects.get(pk=page.pk)
    page.body = json.dumps([indicator_table((*USERS[:3], "78 %", "80 %"))])
    return page


def schedule_correction(year: int) -> AnnualReportPage:
    """Publish a report, then schedule a draft that corrects one figure, with its answer."""
    page = correct(year)
    answer(schedule(page))
    return page


def approve_release(year: int, user: User) -> Release:
    """Approve a release of a corrected report, a renamed record and a redirect, that is due."""
    page = correct(year)
    answer(page.save_revision(clean=False))
    service = Service.objects.create(slug=f"service-{year}", name="Mano")
    service.name = "Mano 2"
    service.save_revision()
    now = timezone.now()
    release = Release.objects.create(
        name=f"Sortie {year}", goes_public_at=now + timedelta(hours=1), user=user
    )
    choose_items(release, [Candidate(page), Candidate(service)])
    release.redirects.create(old_path=f"/chiffres-{year}", redirect_page=page)
    approve(release, User.objects.get(is_superuser=True))
    Release.objects.filter(pk=release.pk).update(goes_public_at=now)
    return release


def check_correction(page: AnnualReportPage) -> None:
    """Version, correction, observation and feed agree with what the public reads: once each."""
    versions = ReportVersion.objects.filter(report_key=page.translation_key)
    assert [version.number for version in versions.order_by("number")] == [1, 2]
    assert Correction.objects.filter(version__in=versions).count() == 1
    assert Observation.objects.filter(report_id=page.pk, raw="78 %").count() == 1
    assert Observation.objects.filter(report_id=page.pk, raw="77 %").count() == 0
    told = Change.objects.filter(subject__endswith=str(page.translation_key))
    assert told.filter(kind="REPORT_CORRECTED").count() == 1


def check_release(release: Release) -> None:
    """Everything in a release is public, once each."""
    release.refresh_from_db()
    assert release.state == Release.State.PUBLISHED
    for item in release.items.all():
        if isinstance(item.subject, AnnualReportPage):
            check_correction(item.subject)
        else:
            assert item.subject.name == "Mano 2"
            told = Change.objects.filter(subject__endswith=f" service {item.subject.slug}")
            assert told.filter(kind="RECORD_CHANGED").count() == 1
    [redirect] = release.redirects.all()
    assert Redirect.objects.filter(old_path=redirect.old_path).count() == 1


def cause_chaos(url: str, server: MailServer) -> dict[str, int]:
    """Have runners and schedulers work and be killed for a while; return how many were."""
    variables = {
        "EMAIL_HOST": "127.0.0.1",
        "EMAIL_PORT": str(server.port),
        "EMAIL_USE_TLS": "0",
        "OUTBOX_LEASE_SECONDS": "1",
        "OUTBOX_RETRY_SECONDS": "1",
    }
    roles = ["outbox", "scheduler", "outbox", "scheduler"]
    driver = ["-m", "tests.production.fork_server", str(SEED), *roles]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    chaos = subprocess.Popen(**describe_process(url, *driver, **variables), **pipes)  # type: ignore[call-overload]
    end, latest = time.monotonic() + SECONDS, time.monotonic() + TIMEOUT_SECONDS
    while time.monotonic() < (end if len(server.mails) >= ENOUGH else latest):
        time.sleep(0.05)
    written, _ = chaos.communicate()
    assert chaos.returncode == 0
    return json.loads(written)


def finish_in_peace() -> None:
    """Do what is left, as if the delays and the leases of dead runners had passed."""
    call_command("publish_scheduled")
    while (pending := OutboxEntry.objects.filter(PENDING)).exists():
        pending.update(due_at=timezone.now(), claimed_until=None)
        Runner(Event()).run_once()
