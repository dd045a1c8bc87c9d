"""A release on two nodes: what it is made of, prepared within the service, and acts of people."""

import datetime
import re
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

from tests.production.cluster import ROOT, Cluster
from tests.production.editor import Editor

IN_THE_SERVICE = "from tests.production.together import {0}; print({0}({1}))"
HOUR_TO_COME = "2124-02-01 10:00"


def run(cluster: Cluster, function: str, argument: object = "") -> str:
    """Call a function of this module within the service; return the last word that it printed."""
    code = IN_THE_SERVICE.format(function, repr(argument) if argument != "" else "")
    return cluster.manage("shell", "--no-imports", "-c", code).split()[-1]


def prepare_drafts(words: str) -> str:
    """Write drafts of the report of 2024 and of two services that say `words`; return their keys.

    What the report changes is answered for. A collection is there in which files stay private.
    """
    from wagtail.models import Collection, CollectionViewRestriction

    from reports.content.models import AnnualReportPage, Service
    from tests.reports.publishing.corrections.test_publication import answer

    report = AnnualReportPage.objects.get(year=2024)
    draft = report.get_latest_revision_as_object()
    draft.hero_title = words
    answer(draft.save_revision(clean=False))
    keys = [f"page-{report.pk}"]
    for service in Service.objects.filter(live=True).order_by("slug")[:2]:
        service.mission = words
        service.save_revision()
        keys.append(f"service-{service.pk}")
    if not Collection.objects.filter(name="Embargo").exists():
        private = Collection.get_first_root_node().add_child(name="Embargo")
        CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    return ",".join(keys)


def come_due(pk: int) -> None:
    """Let the hour of a release have come."""
    from django.utils import timezone

    from reports.publishing.models import Release

    past = timezone.now() - datetime.timedelta(seconds=1)
    Release.objects.filter(pk=pk).update(goes_public_at=past)


def break_it(pk: int) -> None:
    """Put an error into an approved release: the collection of its document is private again."""
    from django.core.files.base import ContentFile
    from wagtail.models import Collection

    from reports.content.models import ReportDocument
    from reports.publishing.models import Release

    private = Collection.objects.get(name="Embargo")
    file = ContentFile(b"%PDF-1.4", "annexe.pdf")
    document = ReportDocument.objects.create(title="Annexe", collection=private, file=file)
    Release.objects.get(pk=pk).documents.create(document=document, collection=private)


@dataclass
class PreparedRelease:
    """A release that was approved at one node, and the token of its link for the press."""

    pk: int
    token: str


def prepare_release(cluster: Cluster, editor: Editor, words: str) -> PreparedRelease:
    """Make, fill and approve a release in the admin, with a redirect and a link for the press."""
    keys = run(cluster, "prepare_drafts", words).split(",")
    made = editor.post("/admin/releases/new/", {"name": words, "goes_public_at": HOUR_TO_COME})
    assert made.status_code == 302, made.text[-2000:]
    address = made.headers["Location"]
    pk = int(address.strip("/").split("/")[-1])
    fields: dict[str, Any] = editor.read_form(address)
    redirect = {"redirections-0-old_path": f"/{pk}", "redirections-0-redirect_link": "/bilan/2024/"}
    saved = editor.post(address, fields | redirect | {"elements-items": keys})
    assert saved.status_code == 302, saved.text[-2000:]
    linked = editor.post(f"/admin/relecture/publication/{pk}/", {})
    listed = editor.http.get(linked.headers["Location"]).text
    token = re.findall(r"/relecture/([\w.~:-]{20,})/", listed)[0]
    approved = editor.post(f"{address}approuver/", {})
    assert "paraîtra à l’heure dite" in editor.http.get(approved.headers["Location"]).text
    return PreparedRelease(pk, token)


def publish_on_both(cluster: Cluster) -> list[str]:
    """Run the schedule on two nodes at the same moment; return what each printed."""
    processes = [
        subprocess.Popen(
            [sys.executable, "-W", "ignore", ROOT / "manage.py", "publish_scheduled"],
            env=node.environment,
            cwd=cluster.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for node in cluster.nodes
    ]
    printed = [process.communicate()[0] for process in processes]
    assert [process.returncode for process in processes] == [0, 0]
    return printed
