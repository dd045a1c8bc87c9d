"""Each reader of a review link has a line in the audit log, once a day for each form."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from reports.content.models import AuditEntry, User
from reports.publishing.models import PreviewLink
from reports.publishing.previews import links, openings
from reports.publishing.previews.openings import record_opening

pytestmark = pytest.mark.django_db


@pytest.fixture
def author() -> User:
    return User.objects.create_superuser("autrice", password="un mot de passe assez long")


@pytest.fixture
def link(author: User, home: Page) -> PreviewLink:
    home.save_revision(user=author)
    return links.make_review(author, home, days=7, note="pour le cabinet")


def read_lines() -> list[tuple[str, dict[str, Any]]]:
    entries = AuditEntry.objects.filter(action="link_opened").order_by("pk")
    return list(entries.values_list("address", "detail"))


def ask(address: str) -> HttpRequest:
    request = HttpRequest()
    request.user = AnonymousUser()
    request.client_address = address  # type: ignore[attr-defined]
    return request


def test_pages_and_answers_of_the_graph(link: PreviewLink, author: User, client: Client) -> None:
    token = links.build_token(link)
    path = f"/relecture/{token}/"
    for address in ("192.0.2.1", "192.0.2.2", "192.0.2.1"):
        assert client.get(path, REMOTE_ADDR=address).status_code == 200
    for _ in range(2):
        client.get(
            "/graphql/",
            {"query": "{ site { name } }"},
            headers={"X-Preview-Token": token},
            REMOTE_ADDR="2001:db8::7",
        )

    detail = {"link": link.pk, "author": "autrice"}
    assert read_lines() == [
        ("192.0.2.1", detail | {"form": "page"}),
        ("192.0.2.2", detail | {"form": "page"}),
        ("2001:db8::/64", detail | {"form": "graphe"}),
    ]
    entry = AuditEntry.objects.filter(action="link_opened")[0]
    assert (entry.actor, entry.subject) == ("", link.page.title)
    kept = str(list(AuditEntry.objects.values_list()))
    for secret in (token, *token.split("."), str(link.key), "pour le cabinet"):
        assert secret not in kept


def test_what_opens_nothing_is_no_opening(link: PreviewLink, client: Client) -> None:
    token = links.build_token(link)
    client.head(f"/relecture/{token}/")
    client.get(f"/relecture/{token}x/")
    assert read_lines() == []


def test_again_the_next_day(link: PreviewLink) -> None:
    noon = timezone.localtime().replace(hour=12)
    for hours in (0, 3, 24):
        record_opening(link, noon + timedelta(hours=hours), ask("192.0.2.1"))
        AuditEntry.objects.update(at=noon)
    assert len(read_lines()) == 2


def test_a_link_that_went_round_the_world(
    link: PreviewLink, author: User, home: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(openings, "MAX_LINES_PER_DAY", 3)
    for number in range(5):
        record_opening(link, timezone.now(), ask(f"192.0.2.{number}"))
    assert len(read_lines()) == 3
    record_opening(links.make_review(author, home, 7, ""), timezone.now(), ask("192.0.2.1"))
    assert len(read_lines()) == 4
    link.refresh_from_db()
    assert link.opened_count == 5


def test_what_is_being_typed_is_no_review(author: User, home: Page) -> None:
    link = links.get_outside_link(author, home, home.serializable_data())
    record_opening(link, timezone.now(), ask("192.0.2.1"))
    assert read_lines() == []


def test_the_log_says_it_in_french(link: PreviewLink, author: User, client: Client) -> None:
    record_opening(link, timezone.now(), ask("192.0.2.1"), "PDF")
    client.force_login(author)
    page = client.get("/admin/journal/").content.decode()
    assert f"créé par : autrice ; sous forme de : PDF ; lien : {link.pk}" in page
