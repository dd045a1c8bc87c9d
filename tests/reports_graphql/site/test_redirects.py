"""`redirects`: those of this site whose target may be seen."""

import base64
import json
from collections.abc import Callable
from typing import Any

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction, Site

from reports import models

from ..conftest import Ask, Publish

REDIRECTS = "{ redirects { nodes { oldPath newUrl isPermanent page { urlPath } } } }"
Move = Callable[..., Redirect]


def old_paths(ask: Ask) -> list[str]:
    return [row["oldPath"] for row in ask(REDIRECTS)["data"]["redirects"]["nodes"]]


def test_to_a_page_and_elsewhere(publish: Publish, move: Move, ask: Ask) -> None:
    move("/doc", "https://doc.incubateur.net/", is_permanent=False)
    move("/2024", publish(2024))

    assert ask(REDIRECTS)["data"]["redirects"]["nodes"] == [
        {
            "oldPath": "/2024",
            "newUrl": "/bilan/2024/",
            "isPermanent": True,
            "page": {"urlPath": "/bilan/2024/"},
        },
        {
            "oldPath": "/doc",
            "newUrl": "https://doc.incubateur.net/",
            "isPermanent": False,
            "page": None,
        },
    ]


def unpublish(page: models.AnnualReportPage) -> None:
    page.unpublish()


def restrict_above(page: models.AnnualReportPage) -> None:
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")


@pytest.mark.parametrize("hide", [unpublish, restrict_above])
def test_a_hidden_target(
    publish: Publish, move: Move, ask: Ask, hide: Callable[[Any], None]
) -> None:
    page = publish(2024)
    move("/2024", page)
    # a page goes before an address, and does not give way to it when it is hidden
    move("/both", page, redirect_link="https://exemple.fr/")
    assert old_paths(ask) == ["/2024", "/both"]

    hide(page)

    assert old_paths(ask) == []


def test_other_sites_and_all_sites(home: models.HomePage, move: Move, ask: Ask) -> None:
    root = home.get_parent()
    other_home = root.add_child(instance=models.HomePage(title="Autre", slug="autre"))
    other = Site.objects.create(hostname="autre.example", root_page=other_home)
    move("/here", home)
    move("/everywhere", "https://exemple.fr/", site=None)
    move("/there", "https://exemple.fr/", site=other)
    move("/to-the-other", other_home)

    assert old_paths(ask) == ["/everywhere", "/here"]


def test_a_redirect_of_the_site_goes_before_one_of_all_sites(
    publish: Publish, move: Move, ask: Ask
) -> None:
    page = publish(2024)
    move("/a", "https://exemple.fr/", site=None)
    move("/a", page)
    (row,) = ask(REDIRECTS)["data"]["redirects"]["nodes"]
    assert row["newUrl"] == "/bilan/2024/"

    page.unpublish()

    rows = ask(REDIRECTS)["data"]["redirects"]["nodes"]
    assert [row["newUrl"] for row in rows] == ["https://exemple.fr/"]


def test_an_address_that_could_run_code(home: models.HomePage, move: Move, ask: Ask) -> None:
    move("/a", "javascript:alert(1)")
    move("/b", "data:text/html,x")
    move("/c", "")

    assert old_paths(ask) == []


@pytest.mark.parametrize("stored", ["/2023", "/2023/"])
@pytest.mark.parametrize("asked", ["/2023", "/2023/"])
def test_one_by_its_path(publish: Publish, move: Move, ask: Ask, stored: str, asked: str) -> None:
    move("/autre", "https://exemple.fr/")
    move(stored, publish(2023), is_permanent=False)

    query = f'{{ redirect(path: "{asked}") {{ newUrl isPermanent page {{ urlPath }} }} }}'

    assert ask(query)["data"]["redirect"] == {
        "newUrl": "/bilan/2023/",
        "isPermanent": False,
        "page": {"urlPath": "/bilan/2023/"},
    }


@pytest.mark.parametrize("path", ["", "2023", "//", "/2023/plus/", "/a\n", "/absent"])
def test_a_path_that_leads_nowhere(publish: Publish, move: Move, ask: Ask, path: str) -> None:
    move("/2023", publish(2023))

    assert ask("redirect", path=path) == {"data": {"redirect": None}}


@pytest.mark.parametrize("hide", [unpublish, restrict_above])
def test_one_to_a_hidden_target(
    publish: Publish, move: Move, ask: Ask, hide: Callable[[Any], None]
) -> None:
    page = publish(2024)
    move("/both", page, redirect_link="https://exemple.fr/")
    assert ask("redirect", path="/both")["data"]["redirect"]

    hide(page)

    assert ask("redirect", path="/both") == {"data": {"redirect": None}}


def test_a_part_of_the_list(home: models.HomePage, move: Move, ask: Ask) -> None:
    for n in range(3):
        move(f"/{n}", "/bilan/")

    first = ask("{ redirects(first: 1) { edges { cursor } totalCount } }")["data"]["redirects"]
    (edge,) = first["edges"]
    query = "query ($at: String) { redirects(first: 1, after: $at) { nodes { oldPath } } }"

    assert first["totalCount"] == 3
    assert json.loads(base64.urlsafe_b64decode(edge["cursor"])) == ["/0"]
    assert ask(query, at=edge["cursor"])["data"]["redirects"]["nodes"] == [{"oldPath": "/1"}]
