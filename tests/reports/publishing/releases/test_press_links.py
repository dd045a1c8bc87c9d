"""Who has the link of a release sees its drafts as they will be, and nothing else, until then."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from reports import models
from reports.authoring.roles.set_up import set_up
from reports.content.models import Service
from reports.content.models.roles import APPROVERS, EDITORS
from reports.publishing.models import PreviewLink, Release
from reports.publishing.previews.links import build_token, revoke_link
from reports.publishing.previews.press_links import make_press_link
from tests.reports.publishing.releases.conftest import HOUR, World

pytestmark = pytest.mark.django_db

QUERY = """{ service(slug: "mano") { name } draft: service(slug: "nouveau") { name }
  services(first: 10) { edges { node { name } } } report(year: 2024) { heroTitle version { number }
  body { ... on IndicatorTableBlock { indicatorRows { cells { text } } } } }
  indicator(code: "utilisateurs") { series { figure { raw } } } }"""


def ask(query: str, token: str = "") -> dict[str, Any]:
    headers = {"x-preview-token": token} if token else {}
    response = Client().post(
        "/graphql/", {"query": query}, content_type="application/json", headers=headers
    )
    answer: dict[str, Any] = response.json()
    return answer


def test_it_shows_pages_and_records_as_they_will_be(world: World) -> None:
    Service.objects.create(slug="nouveau", name="Nouveau", live=False).save_revision()
    token = build_token(make_press_link(world.user, world.release))
    public, press = ask(QUERY)["data"], ask(QUERY, token)["data"]
    assert (public["service"]["name"], press["service"]["name"]) == ("Mano", "Mano 2")
    assert "78" in str(press["report"]["body"])
    assert "78" not in str(public["report"]["body"])
    assert press["report"]["version"] is None
    # lists and series stay public; what is not in the release stays hidden
    assert press["services"] == public["services"]
    assert press["indicator"] == public["indicator"]
    assert press["draft"] is None


def test_it_ends_at_the_hour(world: World) -> None:
    link = make_press_link(world.user, world.release)
    token = build_token(link)
    assert "errors" not in ask("{ site { name } }", token)
    world.release.goes_public_at -= 2 * HOUR
    world.release.save()
    link.refresh_from_db()
    assert link.state(world.release.goes_public_at) == PreviewLink.State.EXPIRED
    [error] = ask("{ site { name } }", token)["errors"]
    assert error["extensions"]["code"] == "PREVIEW_TOKEN_INVALID"


def test_it_ends_when_it_is_revoked(world: World) -> None:
    link = make_press_link(world.user, world.release)
    revoke_link(link, world.user)
    assert "errors" in ask("{ site { name } }", build_token(link))


def test_its_page_says_the_embargo_and_is_kept_by_nobody(world: World) -> None:
    token = build_token(make_press_link(world.user, world.release))
    response = Client().get(f"/relecture/{token}/")
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    html = response.content.decode()
    assert "sous embargo" in html
    assert "78" in html


def test_it_needs_a_page_and_an_hour_to_come(world: World) -> None:
    world.release.items.filter(content_type__model="page").delete()
    with pytest.raises(ValidationError, match="au moins une page"):
        make_press_link(world.user, world.release)
    Release.objects.update(goes_public_at=world.release.created_at)
    assert not models.PreviewLink.objects.exists()


def test_who_loses_the_permission_shows_nothing_more(world: World) -> None:
    token = build_token(make_press_link(world.user, world.release))
    models.User.objects.filter(pk=world.user.pk).update(is_superuser=False)
    assert "errors" in ask("{ site { name } }", token)


def test_its_address_is_shown_to_those_who_may_share_it(world: World) -> None:
    set_up()
    link = make_press_link(world.user, world.release)
    shown = {}
    for role in (EDITORS, APPROVERS):
        user = models.User.objects.create_user(role, f"{len(role)}@bilan.example")
        user.groups.add(Group.objects.get(name=role))
        client = Client()
        client.force_login(user)
        page = client.get(reverse("preview_links_of_page", args=[world.report.pk])).content.decode()
        assert "Sortie du bilan" in page
        shown[role] = build_token(link) in page, "revoquer" in page
    assert shown == {EDITORS: (False, False), APPROVERS: (True, True)}
