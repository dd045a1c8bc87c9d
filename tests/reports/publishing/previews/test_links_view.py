"""The admin's views of review links: who sees what, who may do what, and what they print."""

import logging
import uuid
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from reports.content.models import User
from reports.publishing.models import PreviewLink
from reports.publishing.previews import links

from .conftest import editor_of, place

pytestmark = pytest.mark.django_db
EVERYTHING = "/admin/relecture/"


@pytest.fixture
def signed_in(client, editor) -> Client:
    client.force_login(editor)
    return client


def as_user(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def soup(answer) -> BeautifulSoup:
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "lxml")


def rows(answer) -> list[str]:
    """The text of each row of the table."""
    return [" ".join(row.get_text(" ").split()) for row in soup(answer).select("tbody tr")]


def make(client, address, **data):
    return client.post(address, {"days": "7", "note": "", "revision": "", **data}, follow=True)


def revocation(link: PreviewLink) -> str:
    return reverse("preview_link_revoke", args=[link.page_id, link.key])


# Making one


def test_making_a_link_shows_it_to_be_copied(signed_in, editor, page, of_page):
    answer = make(signed_in, of_page, note="relecture juridique")
    link = PreviewLink.objects.get()
    assert (link.user, link.page_id, link.kind, link.note) == (
        editor,
        page.pk,
        "review",
        "relecture juridique",
    )
    assert answer.redirect_chain == [(f"{of_page}?nouveau={link.pk}", 302)]
    html = soup(answer)
    assert "Le lien de relecture est prêt" in html.select_one(".messages").get_text()
    field = html.select_one("section [data-copy] input")
    assert field["value"] == links.build_address(link)
    assert field.has_attr("readonly")
    assert links.open_link(links.build_token(link)) == link
    script = html.select_one('script[src*="reports/copy.js"]')
    assert script
    assert (
        answer.headers["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"
    )


@pytest.mark.parametrize(("days", "lasting"), [("1", 1), ("30", 30), (" 7 ", 7)])
def test_days_that_a_link_may_last(signed_in, of_page, days, lasting):
    make(signed_in, of_page, days=days)
    link = PreviewLink.objects.get()
    assert link.expires_at - link.created_at == timedelta(days=lasting)


@pytest.mark.parametrize(
    "days", ["0", "31", "-1", "", "sept", "1.5", "1e1", "7\x00", "9" * 400, "None", "true"]
)
def test_days_that_it_may_not_are_said_to_be_wrong_beside_the_field(signed_in, of_page, days):
    html = soup(make(signed_in, of_page, days=days))
    assert not PreviewLink.objects.exists()
    field = html.select_one("[name=days]")
    assert field["aria-invalid"] == "true"
    assert html.select_one(".w-field--error .error-message").get_text(strip=True)


def test_too_many_days_are_refused_in_french(signed_in, of_page):
    assert "Un lien dure de 1 à 30 jours." in soup(make(signed_in, of_page, days="31")).get_text()


@pytest.mark.parametrize("note", ["x" * 201, "a\x00b"])
def test_a_note_that_no_database_would_keep_is_refused(signed_in, of_page, note):
    assert soup(make(signed_in, of_page, note=note)).select(".error-message")
    assert not PreviewLink.objects.exists()


def test_the_revision_that_the_editor_saw_may_be_pinned_after_another_came(
    signed_in, page, of_page
):
    seen = page.latest_revision
    radios = soup(signed_in.get(of_page)).select("[name=revision]")
    assert [radio["value"] for radio in radios] == ["", str(seen.pk)]
    page.title = "Plus tard"
    page.save_revision()
    make(signed_in, of_page, revision=str(seen.pk))
    link = PreviewLink.objects.get()
    assert link.revision == seen
    assert links.build_draft(link).title == "Bilan 2024, brouillon"
    assert "Version du" in rows(signed_in.get(EVERYTHING))[0]


def test_a_page_without_revisions_offers_none(signed_in, index, of_page):
    address = reverse("preview_links_of_page", args=[index.pk])
    assert len(soup(signed_in.get(address)).select("[name=revision]")) == 1


@pytest.mark.parametrize("which", ["foreign", "-1", "x", "9" * 400, "\x00"])
def test_no_other_revision_is_accepted(signed_in, of_page, foreign, which):
    revision = str(foreign.latest_revision_id) if which == "foreign" else which
    assert soup(make(signed_in, of_page, revision=revision)).select("fieldset .error-message")
    assert not PreviewLink.objects.exists()


@pytest.mark.parametrize("number", ["", "x", "-1", "٣", "9" * 400, "other"])
def test_only_a_new_link_of_this_page_is_shown_as_new(
    signed_in, foreign, stranger, of_page, number
):
    other = links.make_review(stranger, foreign, 7, "")
    answer = signed_in.get(of_page, {"nouveau": other.pk if number == "other" else number})
    assert not soup(answer).select("[data-copy]")


# Who may


@pytest.fixture
def foreign_link(foreign, stranger) -> PreviewLink:
    return links.make_review(stranger, foreign, 7, "secret des archives")


def test_who_may_not_edit_a_page_gets_403_and_nothing_happens(signed_in, foreign_link):
    address = reverse("preview_links_of_page", args=[foreign_link.page_id])
    for answer in (
        signed_in.get(address),
        signed_in.get(f"{address}?nouveau={foreign_link.pk}"),
        make(signed_in, address),
        signed_in.post(revocation(foreign_link)),
    ):
        assert answer.status_code == 403
        html = answer.content.decode()
        assert "Accès refusé" in html
        assert links.build_token(foreign_link) not in html
        assert "secret des archives" not in html
    assert PreviewLink.objects.get() == foreign_link
    assert PreviewLink.objects.get().revoked_at is None


def test_the_list_has_nothing_of_pages_that_one_may_not_edit(signed_in, editor, page, foreign_link):
    own = links.make_review(editor, page, 7, "")
    html = signed_in.get(EVERYTHING, {"tous": ""}).content.decode()
    assert links.build_token(own) in html
    for secret in (links.build_token(foreign_link), str(foreign_link.key), foreign_link.key.hex):
        assert secret not in html
    assert "secret des archives" not in html
    admin = as_user(User.objects.create_superuser("admin"))
    assert links.build_token(foreign_link) in admin.get(EVERYTHING).content.decode()


def test_who_may_edit_no_page_has_neither_the_list_nor_its_menu_item(editor, home):
    nobody = as_user(editor_of("nobody", None))
    assert nobody.get(EVERYTHING).status_code == 403
    home_page = reverse("wagtailadmin_home")
    assert EVERYTHING not in nobody.get(home_page).content.decode()
    assert EVERYTHING in as_user(editor).get(home_page).content.decode()


def test_without_an_account_one_is_led_to_sign_in(client, of_page):
    for address in (EVERYTHING, of_page):
        assert client.get(address).headers["Location"].startswith("/admin/login/")


def test_unknown_pages_and_links_are_not_found(client, page, archive, foreign_link):
    client.force_login(User.objects.create_superuser("admin"))
    root = Page.get_first_root_node()
    plain = root.add_child(instance=Page(title="x", slug="x"))
    alias = page.create_alias(parent=archive)
    for pk in (10**6, 10**30, root.pk, plain.pk, alias.pk):
        assert client.get(f"{EVERYTHING}{pk}/").status_code == 404, pk
    for pk, key in [
        (page.pk, uuid.uuid4()),
        (page.pk, foreign_link.key),
        (10**30, foreign_link.key),
    ]:
        assert client.post(f"{EVERYTHING}{pk}/revoquer/{key}/").status_code == 404


def test_a_link_is_revoked_by_a_form_of_ours_and_nothing_else(signed_in, editor, page, of_page):
    link = links.make_review(editor, page, 7, "")
    assert signed_in.get(revocation(link)).status_code == 405
    elsewhere = Client(enforce_csrf_checks=True)
    elsewhere.force_login(editor)
    assert elsewhere.post(revocation(link)).status_code == 403
    assert elsewhere.post(of_page, {"days": "7"}).status_code == 403
    assert PreviewLink.objects.get().revoked_at is None

    html = soup(elsewhere.get(EVERYTHING))
    form = html.select_one("tbody form")
    data = {field["name"]: field["value"] for field in form.select("input")}
    answer = elsewhere.post(form["action"], data, follow=True)
    assert answer.redirect_chain == [(EVERYTHING, 302)]
    assert "révoqué" in soup(answer).select_one(".messages").get_text()
    assert links.open_link(links.build_token(link)) is None
    assert rows(answer) == []


def test_revoking_leads_nowhere_but_within_this_site(signed_in, editor, page, of_page):
    link = links.make_review(editor, page, 7, "")
    answer = signed_in.post(revocation(link), {"next": "https://evil.example/"})
    assert answer.headers["Location"] == of_page


# What is shown


def test_the_list_says_what_became_of_each_link(signed_in, editor, page, of_page):
    now = timezone.now()
    for note, change in [
        ("vivant", {"opened_first_at": now, "opened_last_at": now, "opened_count": 3}),
        ("passé", {"expires_at": now}),
        ("retiré", {"revoked_at": now}),
    ]:
        made = links.make_review(editor, page, 7, note)
        PreviewLink.objects.filter(pk=made.pk).update(**change)
    links.get_outside_link(editor, page, {})
    for address in (EVERYTHING, of_page):
        typing, alive = rows(signed_in.get(address))
        assert "vivant" in alive
        typing, revoked, expired, alive = rows(signed_in.get(address, {"tous": ""}))
        assert "Saisie en cours" in typing
        assert "retiré camille" in revoked
        assert "Révoqué le" in revoked
        assert "Jamais Révoqué" in revoked
        assert "passé camille" in expired
        assert "Expiré le" in expired
        assert "Jamais Expiré" in expired
        assert "Dernier brouillon vivant camille" in alive
        assert "3 fois D’abord le" in alive
        assert "Expire le" in alive
        assert " Actif Copier" in alive
        html = signed_in.get(address, {"tous": ""}).content.decode()
        assert html.count("/revoquer/") == 2
        tokens = {link.note: links.build_token(link) in html for link in PreviewLink.objects.all()}
        assert tokens == {"vivant": True, "passé": False, "retiré": False, "": False}


def test_a_link_of_a_closed_account_is_suspended_and_can_be_revoked(page, editor):
    link = links.make_review(editor, page, 7, "")
    User.objects.update(is_active=False)
    admin = as_user(User.objects.create_superuser("admin"))
    html = admin.get(EVERYTHING, {"tous": ""}).content.decode()
    assert "Suspendu" in html
    assert revocation(link) in html
    assert links.build_token(link) not in html


def test_a_list_costs_the_same_whatever_its_length(signed_in, editor, page, of_page, settings):
    nothing_kept = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}  # as in production
    settings.CACHES = {**settings.CACHES, "default": nothing_kept}
    counts = {}
    for size in (2, 20):
        for number in range(PreviewLink.objects.count(), size):
            revision = page.latest_revision if number % 2 else None
            links.make_review(editor, page, 7, f"lien {number}", revision)
        for address in (EVERYTHING, of_page):
            signed_in.get(address)  # what is remembered for the process
            with CaptureQueriesContext(connection) as asked:
                assert len(rows(signed_in.get(address))) == size
            counts.setdefault(address, []).append(len(asked))
            assert not any('"wagtailcore_revision"."content"' in q["sql"] for q in asked)
    assert all(few == many for few, many in counts.values()), counts


def test_a_long_list_has_pages_the_newest_link_first(signed_in, editor, page):
    for number in range(51):
        links.make_review(editor, page, 7, f"lien {number}.")
    first, second = rows(signed_in.get(EVERYTHING)), rows(signed_in.get(EVERYTHING, {"p": "2"}))
    assert len(first) == 50
    assert "lien 50." in first[0]
    assert len(second) == 1
    assert "lien 0." in second[0]


def test_notes_and_titles_are_text(signed_in, editor, page, of_page):
    links.make_review(editor, page, 7, '<img src=x onerror="alert(1)">')
    for address in (EVERYTHING, of_page):
        html = signed_in.get(address).content.decode()
        assert "<img src=x" not in html
        assert "&lt;img src=x" in html


def test_every_field_and_button_says_what_it_is(signed_in, of_page):
    html = soup(make(signed_in, of_page, note="relecture"))
    main = html.select_one("main")
    for field in main.select("input:not([type=hidden])"):
        label = main.select_one(f'label[for="{field.get("id")}"]')
        assert (label and label.get_text(strip=True)) or field.get("aria-label"), field
    assert main.select_one("fieldset legend").get_text(strip=True) == "Ce que montre le lien"
    names = [
        " ".join(b.get_text(" ").split()) for b in main.select("[data-copy] button, td form button")
    ]
    described = "de «\xa0Bilan 2024, brouillon\xa0» (relecture)".replace("\xa0", " ")
    assert names == [
        f"Copier l’adresse du lien de relecture {described}",
        f"Copier l’adresse du lien de relecture {described}",
        f"Révoquer le lien de relecture {described}",
    ]


def test_the_edit_view_leads_to_the_links_of_its_page(signed_in, page, foreign, of_page):
    def edit(one) -> str:
        return signed_in.get(reverse("wagtailadmin_pages:edit", args=[one.pk])).content.decode()

    assert f'href="{of_page}"' in edit(page)
    assert "Liens de relecture" in edit(page)
    admin = as_user(User.objects.create_superuser("admin"))
    alias = page.create_alias(parent=foreign.get_parent())
    address = reverse("wagtailadmin_pages:edit", args=[alias.pk])
    assert f"relecture/{alias.pk}/" not in admin.get(address).content.decode()


def test_no_log_line_has_a_token(signed_in, editor, page, of_page, foreign_link, caplog):
    caplog.set_level(logging.DEBUG)
    make(signed_in, of_page)
    link = PreviewLink.objects.get(page=page)
    signed_in.get(EVERYTHING)
    signed_in.post(revocation(link))
    signed_in.post(revocation(foreign_link))
    signed_in.get(f"{EVERYTHING}{10**6}/")
    assert "relecture" in caplog.text  # refusals are logged, with their path
    for one in (link, foreign_link):
        assert links.build_token(one) not in caplog.text
        assert links.build_token(one).split(".")[1] not in caplog.text


# What a frontend outside reads


def read_by_header(link: PreviewLink, token: str = "") -> int:
    headers = {"X-Preview-Token": token or links.build_token(link)}
    answer = Client().get("/graphql/", {"query": "{ __typename }"}, headers=headers)
    return answer.status_code


@pytest.fixture
def outside(editor, page, home) -> PreviewLink:
    place(home, "testserver", 80)
    return links.get_outside_link(editor, page, page.serializable_data(), "Site public")


def test_an_outside_link_is_listed_with_who_until_and_how_often(signed_in, outside, of_page):
    for address in (EVERYTHING, of_page):
        (row,) = rows(signed_in.get(address))
        assert "Saisie en cours, dans une interface Site public camille Créé le" in row
        assert "Expire le" in row
        assert "Jamais Actif Révoquer" in row
        assert links.build_token(outside) not in signed_in.get(address).content.decode()

    assert [read_by_header(outside) for _ in range(3)] == [200] * 3
    (row,) = rows(signed_in.get(of_page))
    assert "3 fois D’abord le" in row
    assert "Dernièrement le" in row


def test_a_review_link_that_is_read_by_header_is_counted(editor, page, outside):
    link = links.make_review(editor, page, 7, "")
    assert read_by_header(link) == 200
    link.refresh_from_db()
    assert link.opened_count == 1
    assert link.opened_last_at


def test_what_opens_nothing_is_not_counted(outside):
    assert read_by_header(outside, links.build_token(outside)[:-1]) == 403
    outside.refresh_from_db()
    assert outside.opened_count == 0


def test_an_outside_link_is_revoked_from_the_list(signed_in, outside, of_page):
    assert read_by_header(outside) == 200
    assert signed_in.post(revocation(outside)).status_code == 302

    assert read_by_header(outside) == 403
    assert Client().get(f"/relecture/{links.build_token(outside)}/").status_code == 404
    assert rows(signed_in.get(of_page)) == []
    (row,) = rows(signed_in.get(of_page, {"tous": ""}))
    assert "1 fois" in row
    assert "Révoqué le" in row


def test_another_who_may_edit_the_page_revokes_it_and_nobody_else(outside, index, stranger):
    assert as_user(stranger).post(revocation(outside)).status_code == 403
    assert read_by_header(outside) == 200
    assert as_user(editor_of("sacha", index)).post(revocation(outside)).status_code == 302
    assert read_by_header(outside) == 403


def test_an_outside_link_that_has_ended_stays_in_the_list_for_a_while(
    signed_in, editor, page, outside, of_page
):
    """Without what was typed, which nobody needs any more."""
    PreviewLink.objects.update(expires_at=timezone.now() - timedelta(days=29))
    renewed = links.get_outside_link(editor, page, {"title": "x"}, "Site public")
    outside.refresh_from_db()
    assert (outside.content, renewed.content) == (None, {"title": "x"})
    assert len(rows(signed_in.get(of_page, {"tous": ""}))) == 2
    assert read_by_header(outside) == 403

    PreviewLink.objects.update(expires_at=timezone.now() - timedelta(days=31))
    links.get_outside_link(editor, page, {}, "Site public")
    assert PreviewLink.objects.count() == 1
