"""Open what a database has in the editor."""


def open_everything() -> dict[str, int]:
    """Open every page, every revision and some records; return how many of each."""
    from django.test import Client
    from django.urls import reverse
    from wagtail.models import Page, Revision

    from reports.models import Indicator, PreviewLink, Service, User

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
    counts["review links"] = PreviewLink.objects.count()
    return counts
