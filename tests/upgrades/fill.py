"""Fill a demonstration database with what a year of work leaves behind, before it is dumped.

Run it with the code of the release that is dumped; see README.md beside this file.
"""

import copy
import json
from datetime import timedelta
from typing import Any

import django
from django.db import transaction
from django.utils import timezone


def fill() -> None:
    """Add drafts in every state to a freshly loaded demonstration."""
    from reports.content.models import AnnualReportPage, User

    editor = User.objects.get(username="redaction")
    approver = User.objects.get(username="validation")
    latest = AnnualReportPage.objects.get(year=2024)
    with transaction.atomic():
        add_next_year(latest, editor, approver)
        add_review_links(latest, editor)
        add_drafts_of_records(editor)
        add_old_revisions(latest, editor)
        schedule_correction(latest, approver)


def add_next_year(latest: Any, editor: Any, approver: Any) -> None:
    """Begin 2025 from 2024, fill in one figure, submit it, and have its first step approved."""
    from reports.authoring.rollforward.making import roll_forward

    page = roll_forward(latest, 2025, editor).report
    draft = page.get_latest_revision_as_object()
    for child in draft.body:
        if child.block_type == "key_figures":
            fact = child.value["groups"][0]["facts"][0]
            fact["figure"] = fact.block.child_blocks["figure"].to_python("1 234")
            break
    revision = draft.save_revision(user=editor)
    workflow = page.get_workflow()
    state = workflow.start(page, editor)
    assert state.current_task_state.revision_id == revision.pk
    state.current_task_state.approve(user=approver, comment="Relu.")


def add_review_links(latest: Any, editor: Any) -> None:
    """Make one link that is alive, one that is revoked and one to a single revision."""
    from reports.publishing.previews import links

    links.make_review(editor, latest, 7, "pour relecture")
    links.revoke(links.make_review(editor, latest, 7, "par erreur"), editor)
    links.make_review(editor, latest, 7, "cette version", latest.latest_revision)
    links.outside(editor, latest, latest.serializable_data())


def add_drafts_of_records(editor: Any) -> None:
    """Rename a service in a draft, rename a published indicator, begin a service as a draft."""
    from reports.content.models import Indicator, Service

    service = Service.objects.order_by("pk").first()
    service.name = f"{service.name} (nouveau nom)"
    service.save_revision(user=editor)
    indicator = Indicator.objects.order_by("pk").first()
    indicator.name = f"{indicator.name}, renommé"
    indicator.save()
    new = Service(name="Service en projet", slug="service-en-projet", live=False)
    new.save()
    new.save_revision(user=editor)


def add_old_revisions(latest: Any, editor: Any) -> None:
    """Store a revision with a block that no release knows, and with shapes of another time."""
    content = copy.deepcopy(latest.latest_revision.content)
    body = json.loads(content["body"])
    unknown = [
        {"type": "timeline", "id": "0a", "value": {"events": [{"year": 2019, "text": "Début."}]}},
        {"type": "quote", "id": "0b", "value": "Une citation en un seul texte."},
        {
            "type": "key_figures",
            "id": "0c",
            "value": {"groups": [{"title": "", "facts": ["Plus de 248 services"]}]},
        },
    ]
    content["body"] = json.dumps([*body[:3], *unknown, *body[3:]])
    old = latest.revisions.order_by("pk").first()
    old.pk = None
    old.content = content
    old.user = editor
    old.created_at = timezone.now() - timedelta(days=400)
    old.save()


def schedule_correction(latest: Any, approver: Any) -> None:
    """Schedule a new title for a day that is far away."""
    draft = latest.get_latest_revision_as_object()
    draft.title = f"{draft.title}, corrigé"
    draft.go_live_at = timezone.now() + timedelta(days=3650)
    draft.save_revision(user=approver).publish(user=approver)


if __name__ == "__main__":
    django.setup()
    fill()
