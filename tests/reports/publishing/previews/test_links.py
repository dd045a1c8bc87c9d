"""A link opens one draft, for whom and as long as it should, and nothing else does."""

import random
import uuid
from datetime import timedelta

import pytest
from django.core import signing
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Site

from reports.content.models import User
from reports.publishing.models import PreviewLink
from reports.publishing.previews import links
from reports.publishing.previews.openings import record_opening
from tests.reports.publishing.answering import publish_answered

from .conftest import editor_of, place, report

pytestmark = pytest.mark.django_db
SECONDS = timedelta(seconds=1)
FORGERIES = 10_000


@pytest.fixture
def link(editor, page) -> PreviewLink:
    return links.make_review(editor, page, 7, "relecture juridique")


def same(link, now=None) -> bool:
    return links.open_link(links.build_token(link), now) == link


def test_a_token_opens_its_link_is_always_the_same_and_fits_in_a_path(link):
    token = links.build_token(link)
    assert same(link)
    assert links.build_token(PreviewLink.objects.get()) == token
    assert len(token) == 76
    assert set(token) <= set(signing.BASE62_ALPHABET + "-_.")


def test_an_opened_link_brings_what_it_needs_in_one_statement(link, django_assert_num_queries):
    with django_assert_num_queries(2):  # and one more for what its author may do
        found = links.open_link(links.build_token(link))
    with django_assert_num_queries(0):
        assert (found.page.title, found.user.username, found.revision) == (
            "Bilan 2024",
            "camille",
            None,
        )


# What is forged


def forged(rng: random.Random, one: str, other: str) -> str:
    """Something that resembles the tokens `one` and `other`, and is neither."""
    key, signature = one.split(".")
    place = rng.randrange(len(one))

    def flip() -> str:
        return one[:place] + chr(ord(one[place]) ^ 1 << rng.randrange(8)) + one[place + 1 :]

    def letters(size: int) -> str:
        return "".join(rng.choices(signing.BASE62_ALPHABET + "-_", k=size))

    def unsigned() -> str:
        return uuid.UUID(int=rng.getrandbits(128), version=4).hex

    def signed(**how) -> str:
        return signing.Signer(sep=".", **how).sign(key)

    return rng.choice(
        [
            lambda: one[:place],
            lambda: one[place + 1 :],
            flip,
            lambda: f"{key}.{other.split('.')[1]}",
            lambda: f"{unsigned()}.{signature}",
            lambda: f"{key}.{letters(43)}",
            lambda: f"{key.upper()}.{signature}" if key.upper() != key else "",
            lambda: f"{uuid.UUID(key)}.{signature}",
            signed,  # for something else
            lambda: signed(salt=letters(8)),
            lambda: signed(salt="reports.preview", key=letters(50)),
            lambda: signed(salt="reports.preview", algorithm="sha512"),
            lambda: signing.TimestampSigner(salt="reports.preview", sep=".").sign(key),
            lambda: one * rng.randrange(2, 4000),
            lambda: one + rng.choice(["\x00", "\n", " ", "=", ".", "/", "é", "\ud800", "٣"]),
            lambda: rng.choice(["\x00", "\n", " ", "é", "\U0001f4a9"]) + one,
            lambda: "".join(chr(rng.randrange(0xD800)) for _ in range(rng.randrange(300))),
            lambda: letters(rng.randrange(300)),
        ]
    )()


def test_nothing_forged_opens_anything_nor_reaches_the_database(
    link, editor, page, django_assert_num_queries, record_property
):
    one, other = links.build_token(link), links.build_token(links.make_review(editor, page, 1, ""))
    rng = random.Random(20241)
    tokens = [forged(rng, one, other) for _ in range(FORGERIES)]
    assert not {one, other} & set(tokens)
    with django_assert_num_queries(0):
        assert [token for token in tokens if links.open_link(token) is not None] == []
    assert same(link)
    record_property("counted: forged tokens refused", len(tokens))


def test_a_signed_key_that_nobody_has_opens_nothing(link):
    assert links.open_link(links.build_token(PreviewLink(key=uuid.uuid4()))) is None


def test_a_new_secret_key_ends_all_links_though_the_old_one_is_a_fallback(link, settings):
    token = links.build_token(link)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another key, just as long as the one that there was before"
    assert links.open_link(token) is None
    assert same(link)


# What ends a link


def test_a_link_ends_at_the_very_second_that_it_says(link):
    assert same(link, link.expires_at - SECONDS)
    assert same(link, link.expires_at - timedelta(microseconds=1))
    assert not same(link, link.expires_at)
    assert not same(link, link.expires_at + SECONDS)
    assert link.expires_at - link.created_at == timedelta(days=7)


def test_a_revoked_link_is_over_at_once_and_revoking_again_changes_nothing(link, editor):
    links.revoke_link(link, editor)
    assert not same(link)
    first = link.revoked_at
    links.revoke_link(link, User.objects.create_superuser("admin"))
    link.refresh_from_db()
    assert (link.revoked_at, link.revoked_by) == (first, editor)
    assert PageLogEntry.objects.filter(action="reports.preview_link.revoke").count() == 1


def test_whoever_may_edit_the_page_may_revoke_and_so_may_the_author_nobody_else(
    link, index, editor, stranger
):
    with pytest.raises(PermissionDenied):
        links.revoke_link(link, stranger)
    assert same(link)
    links.revoke_link(link, editor_of("another", index))
    assert not same(link)
    second = links.make_review(editor, link.page, 1, "")
    editor.groups.clear()
    links.revoke_link(second, User.objects.get(pk=editor.pk))
    assert second.revoked_at


@pytest.mark.parametrize("kind", PreviewLink.Kind.values)
def test_a_link_is_worth_what_its_author_may_do(editor, page, kind):
    if kind == "review":
        link = links.make_review(editor, page, 7, "")
    else:
        link = links.get_outside_link(editor, page, page.serializable_data())
    group = editor.groups.get()
    assert same(link)
    editor.groups.clear()
    assert not same(link)
    editor.groups.add(group)
    assert same(link)
    User.objects.filter(pk=editor.pk).update(is_active=False)
    assert not same(link)
    User.objects.filter(pk=editor.pk).update(is_active=True)
    assert same(link)


def test_a_page_that_moves_out_of_its_author_s_reach_takes_its_links_away(link, index, archive):
    link.page.move(archive, "last-child")
    assert not same(link)
    index.refresh_from_db()  # its last child has gone
    Page.objects.get(pk=link.page_id).move(index, "last-child")
    assert same(link)


def test_a_deleted_page_or_revision_or_author_takes_its_links_along(link, editor, page):
    pinned = links.make_review(editor, page, 7, "", page.latest_revision)
    tokens = [links.build_token(pinned), links.build_token(link)]
    page.save_revision()
    pinned.revision.delete()
    assert [links.open_link(token) for token in tokens] == [None, link]
    Page.objects.get(pk=page.pk).delete()
    assert [links.open_link(token) for token in tokens] == [None, None]
    assert PreviewLink.objects.count() == 0
    other = links.make_review(editor, report(editor_root(editor), 2020), 7, "")
    editor.delete()
    assert not same(other)


def editor_root(user: User) -> Page:
    return user.groups.get().page_permissions.get().page


@pytest.mark.parametrize("which", ["root", "plain", "alias"])
def test_what_is_not_a_page_of_ours_with_a_draft_has_no_links(page, archive, which):
    admin = User.objects.create_superuser("admin")
    root = Page.get_first_root_node()
    other = {
        "root": lambda: root,
        "plain": lambda: root.add_child(instance=Page(title="x", slug="x")),
        "alias": lambda: page.create_alias(parent=archive),
    }[which]()
    for make in (
        lambda: links.make_review(admin, other, 7, ""),
        lambda: links.get_outside_link(admin, other, {}),
    ):
        with pytest.raises(PermissionDenied):
            make()
    made = PreviewLink.objects.create(
        page=other, user=admin, expires_at=timezone.now() + timedelta(days=1)
    )
    assert not same(made)


def test_the_row_and_the_query_agree_on_a_link_s_state(link):
    now = timezone.now()
    for state, change in [
        ("active", {}),
        ("expired", {"expires_at": now}),
        ("revoked", {"revoked_at": now, "expires_at": link.expires_at}),
    ]:
        PreviewLink.objects.filter(pk=link.pk).update(**change)
        found = PreviewLink.objects.get(pk=link.pk)
        assert found.state(now) == state
        usable = PreviewLink.objects.filter(PreviewLink.usable(now))
        assert usable.exists() is (state == "active")
    PreviewLink.objects.filter(pk=link.pk).update(revoked_at=None)
    User.objects.update(is_active=False)
    assert PreviewLink.objects.get(pk=link.pk).state(now) == "suspended"
    assert not PreviewLink.objects.filter(PreviewLink.usable(now)).exists()


# What a link shows


def test_a_link_shows_the_latest_draft_whatever_happens_to_the_page(link):
    page = link.page.specific

    def shown() -> str:
        return links.build_draft(links.open_link(links.build_token(link))).title

    assert shown() == "Bilan 2024, brouillon"
    publish_answered(page.latest_revision)
    page.refresh_from_db()
    page.unpublish()
    assert shown() == "Bilan 2024, brouillon"
    page.title = "Bilan 2024, encore"
    page.save_revision()
    assert shown() == "Bilan 2024, encore"
    publish_answered(page.get_latest_revision())
    assert shown() == "Bilan 2024, encore"


def test_a_pinned_revision_stays_what_it_was_though_the_editor_saves_into_it(editor, page):
    revision = page.save_revision(user=editor)
    pinned = links.make_review(editor, page, 7, "", revision)
    page.title = "Réécrit"
    page.save_revision(user=editor, overwrite_revision=revision)
    revision.refresh_from_db()
    assert revision.content["title"] == "Réécrit"
    shown = links.build_draft(links.open_link(links.build_token(pinned)))
    assert (shown.title, shown.pk, shown.year) == ("Bilan 2024, brouillon", page.pk, 2024)


def test_an_outside_link_shows_what_was_typed_last(editor, page):
    page.title = "Tapé"
    link = links.get_outside_link(editor, page, page.serializable_data())
    assert links.build_draft(links.open_link(links.build_token(link))).title == "Tapé"
    page.title = "Tapé encore"
    links.get_outside_link(editor, page, page.serializable_data())
    assert links.build_draft(links.open_link(links.build_token(link))).title == "Tapé encore"
    assert page.get_latest_revision_as_object().title == "Bilan 2024, brouillon"


def test_an_outside_link_is_one_for_each_user_and_page_and_lasts_an_hour(editor, page, index):
    other = editor_of("another", index)
    made = {
        user: {links.build_token(links.get_outside_link(user, page, {})) for _ in range(50)}
        for user in (editor, other)
    }
    assert PreviewLink.objects.count() == 2
    assert [len(tokens) for tokens in made.values()] == [1, 1]
    left = PreviewLink.objects.get(user=editor).expires_at - timezone.now()
    assert timedelta(minutes=59) < left <= timedelta(hours=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        PreviewLink.objects.create(
            user=editor, page=page, kind="outside", content={}, expires_at=timezone.now()
        )


@pytest.mark.parametrize("end", ["expires_at", "revoked_at"])
def test_an_outside_link_that_has_ended_never_comes_back_to_life(editor, page, end):
    old = links.build_token(links.get_outside_link(editor, page, {}))
    PreviewLink.objects.update(**{end: timezone.now()})
    new = links.get_outside_link(editor, page, {})
    assert links.open_link(old) is None
    assert links.open_link(links.build_token(new)) == new
    assert PreviewLink.objects.filter(PreviewLink.usable(timezone.now())).count() == 1


def test_who_may_not_edit_a_page_makes_no_link_to_it(stranger, page):
    with pytest.raises(PermissionDenied):
        links.make_review(stranger, page, 7, "")
    with pytest.raises(PermissionDenied):
        links.get_outside_link(stranger, page, {})


# Making one


@pytest.mark.parametrize("days", [1, 30])
def test_a_link_lasts_as_long_as_it_may(editor, page, days):
    link = links.make_review(editor, page, days, "")
    assert link.expires_at - link.created_at == timedelta(days=days)


@pytest.mark.parametrize("days", [-1, 0, 31, 10**9])
def test_a_link_lasts_no_longer_nor_shorter(editor, page, days):
    with pytest.raises(ValidationError, match="Un lien dure de 1 à 30 jours"):
        links.make_review(editor, page, days, "")
    assert not PreviewLink.objects.exists()


def test_the_most_is_a_setting(editor, page, settings):
    settings.PREVIEW_LINK_MAX_DAYS = 2
    with pytest.raises(ValidationError, match="1 à 2 jours"):
        links.make_review(editor, page, 3, "")


def test_a_revision_of_another_page_and_a_long_note_are_refused(editor, page, foreign):
    with pytest.raises(ValidationError, match="pas une version de la page"):
        links.make_review(editor, page, 7, "", foreign.latest_revision)
    with pytest.raises(ValidationError):
        links.make_review(editor, page, 7, "x" * 201)
    assert not PreviewLink.objects.exists()


def test_an_address_is_on_the_site_of_its_page_or_where_the_admin_is(link, home, settings):
    token = links.build_token(link)
    assert links.build_address(link) == f"https://bilan.example/relecture/{token}/"
    place(home, "localhost", 80)
    settings.WAGTAILADMIN_BASE_URL = "https://admin.example/"
    assert links.build_address(link) == f"https://admin.example/relecture/{token}/"
    Site.objects.get().delete()
    assert links.build_address(link) == f"https://admin.example/relecture/{token}/"


# What is noted


def test_openings_are_counted(link):
    first, last = link.created_at + SECONDS, link.created_at + 2 * SECONDS
    for now in (first, first, last):
        record_opening(link, now)
    link.refresh_from_db()
    assert (link.opened_first_at, link.opened_last_at, link.opened_count) == (first, last, 3)


def test_the_history_of_a_page_tells_of_its_links_and_keeps_their_secret(link, editor, page):
    for _ in range(2):
        record_opening(link, timezone.now())
    links.revoke_link(link, editor)
    seen = links.get_outside_link(editor, page, {})
    record_opening(seen, timezone.now())
    entries = PageLogEntry.objects.filter(
        page=page, action__startswith="reports.preview_link."
    ).order_by("pk")
    acts = [(e.action.rpartition(".")[2], e.user) for e in entries]
    assert acts == [("make", editor), ("open", None), ("revoke", editor)]
    said = " ".join(f"{e.data} {e.message} {e.label} {e.comment}" for e in entries)
    assert "Lien de relecture créé («\xa0relecture juridique\xa0»), valable jusqu’au" in said
    for row in (link, seen):
        key, signature = links.build_token(row).split(".")
        for secret in (key, signature, str(row.key)):
            assert secret not in said
    assert {e.content_type.model for e in entries} == {"annualreportpage"}
