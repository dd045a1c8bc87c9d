"""Open what a database has in the editor, and save what is of an old shape."""

from typing import Any


def open_everything() -> dict[str, int]:
    """Open every page, every revision and some records; return how many of each.

    Revisions of which blocks have an old shape are saved again, folded and unfolded.
    """
    from django.test import Client
    from django.urls import reverse
    from wagtail.models import Page, Revision

    from reports.content.models import Indicator, Service, User
    from reports.publishing.models import PreviewLink

    client = Client()
    client.force_login(User.objects.get(username="administration"))
    pages = Page.objects.filter(depth__gt=1)
    addresses = {
        "pages": [reverse("wagtailadmin_pages:edit", args=[page.pk]) for page in pages],
        "histories": [reverse("wagtailadmin_pages:history", args=[page.pk]) for page in pages],
        "revisions": [
            reverse("wagtailadmin_pages:revisions_revert", args=[revision.object_id, revision.pk])
            for revision in Revision.page_revisions.all()
        ],
        "records": [
            reverse(model.snippet_viewset.get_url_name("edit"), args=[each.pk])
            for model in (Service, Indicator)
            for each in model.objects.all()[:5]
        ],
    }
    counts = {}
    for kind, each in addresses.items():
        for address in each:
            response = client.get(address, follow=True)
            if response.status_code != 200:
                raise SystemExit(f"{address}: {response.status_code}")
        counts[kind] = len(each)
    counts["saved"] = sum(save_again(client, each) for each in Revision.page_revisions.all())
    counts["review links"] = PreviewLink.objects.count()
    return counts


def save_again(client: Any, revision: Any) -> int:
    """Save a revision of which blocks have an old shape, and undo it; return in how many ways.

    The view that opens it takes the form, and so does the edit view; blocks are folded or not.
    """
    from django.db import transaction
    from django.urls import reverse
    from wagtail.models import Revision
    from wagtail.test.utils.form_data import querydict_from_html

    from tests.threads.form_data import body_fields

    body = getattr(revision.as_object(), "body", None)
    if not getattr(body, "unfitted_blocks", ()):
        return 0
    opened = reverse("wagtailadmin_pages:revisions_revert", args=[revision.object_id, revision.pk])
    addresses = [opened, reverse("wagtailadmin_pages:edit", args=[revision.object_id])]
    states = body.stream_block.get_form_state(body)
    ways = [(address, unfolded) for address in addresses for unfolded in (False, True)]
    for address, unfolded in ways:
        with transaction.atomic():
            # a page that is scheduled is locked
            Revision.objects.filter(object_id=revision.object_id).update(approved_go_live_at=None)
            html = client.get(opened).content.decode()
            data = querydict_from_html(html, form_id="page-edit-form").dict()
            data = {name: value for name, value in data.items() if not name.startswith("body-")}
            data |= body_fields(body.stream_block, states, unfolded=unfolded)
            saved = client.post(address, data)
            transaction.set_rollback(True)
        if saved.status_code != 302:
            raise SystemExit(f"POST {address}: {saved.status_code}")
    return len(ways)
