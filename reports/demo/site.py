"""Creates the pages around the two reports: introductions, plain pages, menus and redirects."""

import json
from pathlib import Path
from typing import Any

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from reports.content.models import ContentPage, HomePage, SiteIdentity
from reports.content.site_tree import report_index
from reports.content.visibility.perspective import Perspective
from reports.demo.services import describe_services


def ensure_site(file: Path) -> None:
    """Create the site that `file` describes, unless it already has a plain page or a redirect.

    Editors may have changed or deleted what an earlier call created: that is not undone.
    """
    if ContentPage.objects.exists() or Redirect.objects.exists():
        return
    described = json.loads(file.read_text(encoding="utf-8"))
    describe_services(file.with_name("services.json"))
    index = report_index()
    site = Site.objects.get(is_default_site=True)
    site.site_name = site.site_name or described["name"]
    site.save()
    SiteIdentity.objects.get_or_create(site=site, defaults=described["identity"])
    home = site.root_page.specific
    introduce_pages(home, described["home"])
    index.show_in_menus = True
    introduce_pages(index, described["index"])
    for page in described["pages"]:
        publish_page(home, page)
    for redirect in described["redirects"]:
        redirect_to(Perspective(site), redirect)


def introduce_pages(page: Any, introduction: str) -> None:
    page.introduction = page.introduction or introduction
    page.save_revision().publish()


def publish_page(home: HomePage, described: dict[str, Any]) -> None:
    page = ContentPage(
        title=described["title"],
        slug=described["slug"],
        search_description=described["description"],
        show_in_menus=described["menu"],
        body=json.dumps(described["body"]),
    )
    home.add_child(instance=page)
    page.save_revision().publish()


def redirect_to(perspective: Perspective, described: dict[str, Any]) -> None:
    page = perspective.page_at(described["to"])
    Redirect.objects.create(
        old_path=described["from"],
        site=perspective.site,
        redirect_page=page,
        redirect_link="" if page else described["to"],
        is_permanent=described.get("permanent", True),
    )
