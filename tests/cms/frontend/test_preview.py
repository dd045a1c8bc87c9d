"""Drafts are seen by those who should, as readers will see them, and by nobody else."""

import json
import logging
import string
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client
from django.utils import timezone
from wagtail.admin.models import FormState
from wagtail.models import Page

from reports import models
from reports.publishing.previews import links
from tests.reports.publishing.answering import publish_answered

pytestmark = pytest.mark.django_db

HEADING = {
    "type": "heading",
    "id": "00000000-0000-4000-8000-000000000001",
    "value": {"text": "", "level": "2", "anchor": "", "old_anchors": []},
}


@pytest.fixture
def user() -> models.User:
    return models.User.objects.create_superuser("editor")


@pytest.fixture
def draft(publish: Any) -> models.AnnualReportPage:
    """A public report with a draft of another title."""
    page = publish(2024, title="Publié", hero_title="Publié")
    page.title = page.hero_title = "Brouillon"
    page.save_revision()
    return page


def make(user: models.User, page: Page, **options: Any) -> str:
    return links.build_token(links.make_review(user, page, 7, "", **options))


def open_(client: Client, token: str) -> Any:
    return client.get(f"/relecture/{token}/")


def asked(client: Client, token: str, year: int = 2024) -> Any:
    text = (Path(settings.GRAPHQL_QUERIES) / "report.graphql").read_text()
    data = {"query": text, "variables": {"year": year}}
    headers = {"X-Preview-Token": token}
    return client.post("/graphql/", data, content_type="application/json", headers=headers)


def test_a_link_shows_the_draft_and_the_public_does_not_see_it(
    client: Client, draft: models.AnnualReportPage, user: models.User
) -> None:
    token = make(user, draft)
    response = open_(client, token)
    text = response.content.decode()

    assert response.status_code == 200
    assert "<h1>Brouillon</h1>" in text
    assert "Publié" not in text
    assert "Relecture d’un brouillon" in text
    assert "Dernier brouillon" in text
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Referrer-Policy"] == "no-referrer"
    assert "ETag" not in response
    assert token not in text
    assert asked(client, token).json()["data"]["report"]["heroTitle"] == "Brouillon"
    assert "<h1>Publié</h1>" in client.get("/bilan/2024/").content.decode()


def test_a_link_to_a_revision_keeps_showing_that_one(
    client: Client, draft: models.AnnualReportPage, user: models.User
) -> None:
    pinned = make(user, draft, revision=draft.get_latest_revision())
    latest = make(user, draft)
    draft.hero_title = "Suite"
    draft.save_revision()

    assert "<h1>Brouillon</h1>" in open_(client, pinned).content.decode()
    assert "<h1>Suite</h1>" in open_(client, latest).content.decode()


def test_a_report_that_was_never_public(client: Client, index: Any, user: models.User) -> None:
    page = models.AnnualReportPage(title="Secret", slug="2025", year=2025, live=False)
    index.add_child(instance=page)
    page.save_revision()
    token = make(user, page)

    assert "<h1>Secret</h1>" in open_(client, token).content.decode()
    assert asked(client, token, 2025).json()["data"]["report"]["title"] == "Secret"
    assert client.get("/bilan/2025/").status_code == 404


def test_everything_but_that_page_stays_as_the_public_sees_it(
    client: Client, draft: models.AnnualReportPage, publish: Any, user: models.User, living: Any
) -> None:
    other = publish(2023, title="Autre public")
    other.title = other.hero_title = "Autre brouillon"
    other.save_revision()
    publish(2025, title="Retiré").unpublish()
    models.Service.objects.update(live=False)
    token = make(user, draft)
    text = open_(client, token).content.decode()

    assert "Autre public" in text
    for hidden in ("Autre brouillon", "Retiré"):
        assert hidden not in text
    assert asked(client, token, 2025).json()["data"]["report"] is None
    assert asked(client, token, 2023).json()["data"]["report"]["title"] == "Autre public"
    query = {"query": "{ reports { edges { node { title } } } services { totalCount } }"}
    found = client.get("/graphql/", query, headers={"X-Preview-Token": token}).json()["data"]
    assert [e["node"]["title"] for e in found["reports"]["edges"]] == ["Publié", "Autre public"]
    assert found["services"]["totalCount"] == 0


def changed(page: models.AnnualReportPage, token: str, how: str) -> str:
    """A token that must open nothing, made or become so in one of many ways."""
    link = models.PreviewLink.objects.get()
    match how:
        case "truncated":
            return token[:-1]
        case "expired":
            link.expires_at = timezone.now() - timedelta(seconds=1)
        case "revoked":
            links.revoke_link(link, link.user)
            return token
        case "deactivated":
            models.User.objects.update(is_active=False)
        case "deleted":
            page.delete()
            return token
        case "powerless":
            models.User.objects.update(is_superuser=False)
        case "rotated":
            settings.SECRET_KEY = "x" * 50
    link.save()
    return token


WAYS = ["truncated", "expired", "revoked", "deactivated", "deleted", "powerless", "rotated"]


@pytest.mark.parametrize("kind", ["review", "outside"])
@pytest.mark.parametrize("how", WAYS)
def test_what_opens_nothing_gets_one_answer(
    client: Client,
    draft: models.AnnualReportPage,
    user: models.User,
    how: str,
    kind: str,
    settings: Any,
    caplog: pytest.LogCaptureFixture,
) -> None:
    settings.SECRET_KEY = settings.SECRET_KEY  # is put back afterwards
    nothing = open_(client, "x" * 40)
    refused = asked(client, "x" * 40)
    token = make(user, draft)
    if kind == "outside":
        models.PreviewLink.objects.all().delete()
        token = links.build_token(links.get_outside_link(user, draft, draft.serializable_data()))
    assert open_(client, token).status_code == 200
    token = changed(draft, token, how)
    closed = open_(client, token)

    assert (closed.status_code, closed.content) == (404, nothing.content)
    assert dict(closed.headers) == dict(nothing.headers)
    again = asked(client, token)
    assert (again.status_code, again.content) == (403, refused.content)
    assert dict(again.headers) == dict(refused.headers)
    assert token not in caplog.text


def forged(token: str, count: int) -> Iterator[str]:
    """Tokens that are nearly right, and some that are not at all."""
    random = Random(7)
    letters = string.ascii_letters + string.digits + "_-"
    for number in range(count):
        place = random.randrange(len(token))
        match number % 4:
            case 0:
                yield token[:place] + random.choice(letters) + token[place + 1 :]
            case 1:
                yield token[:place] or "x"
            case 2:
                yield token + random.choice(letters)
            case 3:
                yield "".join(random.choices(letters + ".", k=len(token)))


def test_ten_thousand_forged_tokens_get_one_answer(
    client: Client,
    draft: models.AnnualReportPage,
    user: models.User,
    record_property: Callable[[str, object], None],
) -> None:
    token = make(user, draft)
    tries = [found for found in forged(token, 10_000) if found != token]
    assert links.open_link(token)
    assert not any(links.open_link(found) for found in tries)
    pages, answers = set(), set()
    for found in tries[:800]:
        page = open_(client, found)
        pages.add((page.status_code, page.content, str(sorted(page.headers.items()))))
        headers = {"X-Preview-Token": found}
        told = client.get("/graphql/", {"query": "{ __typename }"}, headers=headers)
        answers.add((told.status_code, told.content, str(sorted(told.headers.items()))))

    assert [status for status, *_ in pages] == [404]
    assert [status for status, *_ in answers] == [403]
    assert len(tries) > 9_900
    assert models.PreviewLink.objects.get().opened_count == 0
    record_property("counted: forged preview tokens that got one answer", len(tries))


def test_a_token_of_one_page_shows_no_other(
    client: Client, draft: models.AnnualReportPage, publish: Any, user: models.User
) -> None:
    other = publish(2023)
    other.title = other.hero_title = "Tout autre"
    other.save_revision()
    mine, others = make(user, draft), make(user, other)
    key, _, signature = mine.partition(".")
    swapped = f"{key}.{others.partition('.')[2]}"

    assert signature
    assert open_(client, swapped).status_code == 404
    assert "Tout autre" not in open_(client, mine).content.decode()


def test_unpublished_and_published_again(
    client: Client, draft: models.AnnualReportPage, user: models.User
) -> None:
    token = make(user, draft)
    draft.unpublish()
    assert "<h1>Brouillon</h1>" in open_(client, token).content.decode()
    publish_answered(draft.get_latest_revision())
    assert "<h1>Brouillon</h1>" in open_(client, token).content.decode()


def test_openings_are_counted(
    client: Client, draft: models.AnnualReportPage, user: models.User
) -> None:
    token = make(user, draft)
    client.head(f"/relecture/{token}/")
    for _ in range(2):
        open_(client, token)
    link = models.PreviewLink.objects.get()

    assert link.opened_count == 2
    assert link.opened_first_at


def test_a_link_of_another_site_opens_nothing_here(
    client: Client, draft: models.AnnualReportPage, user: models.User
) -> None:
    from wagtail.models import Site

    root = Page.get_first_root_node()
    other = root.add_child(instance=models.HomePage(title="Autre", slug="autre"))
    Site.objects.create(hostname="autre.example", root_page=other)
    token = make(user, draft)

    assert client.get(f"/relecture/{token}/", headers={"host": "autre.example"}).status_code == 404
    query = {"query": "{ report(year: 2024) { title } }"}
    headers = {"host": "autre.example", "X-Preview-Token": token}
    assert client.get("/graphql/", query, headers=headers).status_code == 403


def test_tokens_stay_out_of_django_s_log(
    client: Client,
    draft: models.AnnualReportPage,
    user: models.User,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Any,
) -> None:
    token = make(user, draft)
    monkeypatch.setattr(links, "build_draft", lambda link: 1 / 0)
    client.raise_request_exception = False
    handler = next(h for h in logging.getLogger("django").handlers)
    written: list[str] = []
    monkeypatch.setattr(handler, "emit", lambda record: written.append(handler.format(record)))
    assert open_(client, token).status_code == 500
    assert client.get(f"/relecture/{token}/x/").status_code == 404

    assert written
    assert token not in "".join(written)


def preview(client: Client, page: Page, **fields: str) -> BeautifulSoup:
    """What the panel shows of a form, which Wagtail keeps for it."""
    client.force_login(models.User.objects.get())
    address = f"/admin/pages/{page.pk}/edit/preview/"
    form = {"title": "En cours", "slug": "2024", "year": "2024", "hero_title": "En cours"}
    form |= {"introduction": "null", "body-count": "0", "comments-TOTAL_FORMS": "0"}
    form |= {"comments-INITIAL_FORMS": "0", "comments-MIN_NUM_FORMS": "0"}
    answer = client.post(address, form | fields)
    assert answer.json() == {"is_valid": True, "is_available": True}
    response = client.get(f"{address}?in_preview_panel=true")
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert "frame-ancestors 'self'" in response["Content-Security-Policy"]
    return BeautifulSoup(response.content, "lxml")


def test_the_panel_shows_what_was_not_saved(
    client: Client, draft: models.AnnualReportPage, user: models.User
) -> None:
    page = preview(client, draft, hero_title="Pas encore enregistré")

    assert page.find("h1").get_text() == "Pas encore enregistré"  # type: ignore[union-attr]
    assert page.find("wagtail-userbar")
    draft.refresh_from_db()
    assert draft.get_latest_revision_as_object().hero_title == "Brouillon"
    assert FormState.objects.count() == 1


def test_holes_are_named(client: Client, draft: models.AnnualReportPage, user: models.User) -> None:
    draft.body = json.dumps([HEADING])
    draft.hero_title = "Troué"
    draft.save_revision()
    text = open_(client, make(user, draft)).content.decode()

    assert "1 élément à remplir ou à relire" in text
    assert "À compléter – Titre › " in text
    assert "Champ requis" in text


def test_a_hole_keeps_its_id_while_others_are_mended(
    client: Client, draft: models.AnnualReportPage, user: models.User
) -> None:
    """The key of a list that is shown while somebody types."""
    token = make(user, draft)
    holes = [{**HEADING, "id": f"00000000-0000-4000-8000-00000000000{n}"} for n in (1, 2)]
    quote = {"text": "", "attribution": ""}
    holes.append({"type": "quote", "id": "00000000-0000-4000-8000-000000000003", "value": quote})

    def told() -> dict[str, str]:
        draft.body = json.dumps(holes)
        draft.save_revision()
        problems = asked(client, token).json()["data"]["report"]["problems"]
        assert len({problem["id"] for problem in problems}) == len(problems)
        return {problem["block"]: problem["id"] for problem in problems}

    before = told()
    holes[0] = {**holes[0], "value": {**HEADING["value"], "text": "Titre"}}  # type: ignore[dict-item]
    after = told()

    assert len(before) == 3
    assert after == {block: id for block, id in before.items() if block != holes[0]["id"]}


def test_a_picture_that_was_deleted_meanwhile(
    client: Client,
    draft: models.AnnualReportPage,
    user: models.User,
    every_block: Any,
    living: Any,
    lose: Any,
) -> None:
    draft.body = json.dumps(every_block)
    draft.save_revision()
    token = make(user, draft)
    living.picture.delete()
    lose(living.service)
    response = open_(client, token)

    assert response.status_code == 200
    assert "n’existe plus" in response.content.decode()


def test_what_cannot_be_shown_says_so_without_a_trace(
    client: Client,
    draft: models.AnnualReportPage,
    user: models.User,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*args: Any) -> None:
        raise ZeroDivisionError("inner words")

    monkeypatch.setattr("cms.frontend.pages.page_at", fail)
    page = preview(client, draft)

    assert "L’aperçu n’a pas pu être construit" in page.get_text()
    assert "inner words" not in str(page)
    assert "Publié" not in str(page)


def test_a_frontend_outside_gets_one_link_however_long_somebody_types(
    client: Client, draft: models.AnnualReportPage, user: models.User, settings: Any
) -> None:
    settings.PREVIEW_URL_TEMPLATES = {"*": {"Site public": "https://f.example/a#{token}&{path}"}}
    client.force_login(user)
    address = f"/admin/pages/{draft.pk}/view_draft/?mode=Site+public"
    found = {client.get(address)["Location"] for _ in range(3)}

    (location,) = found
    token, _, path = location.partition("#")[2].partition("&")
    assert path == "/bilan/2024/"
    assert models.PreviewLink.objects.count() == 1
    assert asked(client, token).json()["data"]["report"]["heroTitle"] == "Brouillon"


def test_another_site_s_frontends_are_its_own(
    draft: models.AnnualReportPage, settings: Any
) -> None:
    settings.PREVIEW_URL_TEMPLATES = {
        "localhost": {"Ici": "https://a.example/"},
        "autre.example": {"Là": "https://b.example/"},
    }

    assert [name for _, name in draft.preview_modes] == ["Site de référence", "Ici"]
