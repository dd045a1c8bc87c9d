"""What makes a site of two reports: words of welcome, plain pages, redirects."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from reports.demo.services import describe_services
from reports.document.block import BLOCKS
from reports.document.block_ids import derive_id
from reports.importing.storing import store_node
from reports.importing.tree import report_index
from reports.models import ContentPage, HomePage, SiteIdentity
from reports.visibility.perspective import Perspective


def ensure_site(file: Path) -> None:
    """Makes the site that `file` describes, once: where there is a page or a redirect, editors
    have it in hand, and what they changed or deleted stays as they left it.
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
        body=json.dumps(stored_body(described["body"], f"/{described['slug']}/")),
    )
    home.add_child(instance=page)
    page.save_revision().publish()


def stored_body(blocks: list[dict[str, Any]], path: str) -> list[dict[str, Any]]:
    """The stored form of a plain page's body, with ids that every database derives alike."""
    ranks = Counter[str]()
    body = []
    for block in blocks:
        kind = block["kind"]
        ranks[kind] += 1
        id_ = derive_id(path, kind, ranks[kind])
        value = store_node(BLOCKS[kind], block["value"], id_, lambda named: None)
        body.append({"type": kind, "value": value, "id": id_})
    return body


def redirect_to(perspective: Perspective, described: dict[str, Any]) -> None:
    page = perspective.page_at(described["to"])
    Redirect.objects.create(
        old_path=described["from"],
        site=perspective.site,
        redirect_page=page,
        redirect_link="" if page else described["to"],
        is_permanent=described.get("permanent", True),
    )
