"""A release becomes public at its hour as a whole; what is wrong with it keeps all of it back."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    PageViewRestriction,
    Revision,
    Site,
)

from reports import models
from reports.content.models import AnnualReportPage, Service
from reports.publishing.models import Release
from reports.publishing.releases import publishing, redirects
from reports.publishing.releases.approval import PAST, approve, take_back
from reports.publishing.releases.drafts import compute_digest
from reports.publishing.releases.problems import ReleaseRefused, find_problems
from tests.failing_statements import fail_everywhere
from tests.reports.publishing.corrections.conftest import FIRST
from tests.reports.publishing.corrections.test_publication import answer
from tests.reports.publishing.releases.conftest import HOUR, World
from tests.reports.publishing.test_failure_points import STORED

pytestmark = pytest.mark.django_db

QUERY = """{ service(slug: "mano") { name } report(year: 2024) { version { number }
  corrections { after } } redirect(path: "/chiffres") { newUrl } }"""


def read_public() -> dict[str, Any]:
    answer = Client().post("/graphql/", {"query": QUERY}, content_type="application/json").json()
    assert "errors" not in answer, answer
    data: dict[str, Any] = answer["data"]
    return data


def read_rows() -> list[Any]:
    """Return all that a release writes."""
    written = (*STORED, Service, Release, Redirect, models.ReportDocument)
    return [list(model._default_manager.order_by("pk").values()) for model in written]


def test_it_is_public_at_its_hour_as_a_whole(world: World) -> None:
    world.approve()
    before = read_public()
    call_command("publish_scheduled")
    assert read_public() == before
    assert before["service"]["name"] == "Mano"
    world.come_due()
    call_command("publish_scheduled")
    after = read_public()
    assert after["service"]["name"] == "Mano 2"
    assert after["report"] == {"version": {"number": 2}, "corrections": [{"after": "78\xa0%"}]}
    assert after["redirect"]["newUrl"] == world.report.url_path.removeprefix("/h")
    world.document.refresh_from_db()
    assert world.document.collection == Collection.get_first_root_node()
    world.release.refresh_from_db()
    assert world.release.state == Release.State.PUBLISHED
    call_command("publish_scheduled")
    assert models.ReportVersion.objects.count() == 2


def test_one_error_keeps_all_of_it_back(world: World) -> None:
    world.approve()
    hole = {"type": "paragraph", "id": FIRST[0]["id"], "value": {"text": ""}}
    item = next(each for each in world.release.items.all() if each.subject == world.report)
    content = {**item.revision.content, "body": json.dumps([hole])}
    Revision.objects.filter(pk=item.revision_id).update(content=content)  # past all receivers
    item.digest = compute_digest(Revision.objects.get(pk=item.revision_id))
    item.save()
    world.come_due()
    before = read_public()
    call_command("publish_scheduled")
    assert read_public() == before
    world.release.refresh_from_db()
    assert world.release.state == Release.State.HELD
    assert any("n’est pas publié" in problem for problem in world.release.problems)
    [sent] = [each for each in mail.outbox if "retenue" in each.subject]
    assert sent.to == ["a@bilan.example"]
    world.document.refresh_from_db()
    assert world.document.collection.name == "Embargo"
    call_command("publish_scheduled")
    assert read_public() == before


def test_one_that_fails_in_the_middle_leaves_nothing_between(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    world.approve()
    world.come_due()
    before = read_rows(), read_public()

    def fail(staged: Any) -> None:
        raise ValueError("secret-word")

    with monkeypatch.context() as patched:
        patched.setattr(redirects, "make_redirect", fail)
        with pytest.raises(CommandError, match=r"Échecs : 1\."):
            call_command("publish_scheduled")
    assert (read_rows(), read_public()) == before
    assert f"Release {world.release.pk} could not become public: ValueError." in caplog.text
    assert "secret-word" not in caplog.text
    call_command("publish_scheduled")
    assert read_public()["service"]["name"] == "Mano 2"


def test_one_that_goes_on_failing_is_held_and_told(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.approve()
    Release.objects.update(goes_public_at=timezone.now() - 2 * publishing.MAX_LATENESS)
    before = read_public()
    monkeypatch.setattr(redirects, "make_redirect", lambda staged: 1 / 0)
    with pytest.raises(CommandError):
        call_command("publish_scheduled")
    assert read_public() == before
    world.release.refresh_from_db()
    assert (world.release.state, world.release.problems) == ("held", [publishing.FAILED])
    assert [each for each in mail.outbox if "retenue" in each.subject]


@pytest.mark.parametrize("spoil", ["inactive", "deleted", "document", "redirect", "private"])
def test_what_is_wrong_at_the_hour_keeps_all_of_it_back(world: World, spoil: str) -> None:
    other = models.ContentPage(title="Privée", slug="privee")
    world.report.get_parent().add_child(instance=other)
    if spoil == "redirect":
        world.release.redirects.update(redirect_page=other)
    world.approve()
    if spoil == "inactive":
        world.user.is_active = False
        world.user.save()
        expected = "ne peut pas publier"
    elif spoil == "deleted":
        Release.objects.update(approved_by=None)
        expected = "n’existe plus"
    elif spoil == "document":
        world.document.file.save("autre.pdf", ContentFile(b"%PDF-1.4 autre"))
        expected = "« Annexe » a changé depuis l’approbation"
    elif spoil == "redirect":
        other.unpublish()
        expected = "mène à une page qui n’est pas publique"
    else:
        PageViewRestriction.objects.create(page=world.report, restriction_type="login")
        expected = "est privée"
    world.come_due()
    before = read_public()
    call_command("publish_scheduled")
    assert read_public() == before
    world.release.refresh_from_db()
    assert world.release.state == Release.State.HELD
    assert any(expected in problem for problem in world.release.problems)


def test_what_is_unpublished_after_the_approval_stays_so(world: World) -> None:
    world.approve()
    Service.objects.get(pk=world.service.pk).unpublish()
    [told] = [each for each in mail.outbox if "ne paraîtra pas" in each.subject]
    assert "a été dépublié" in told.body
    world.come_due()
    call_command("publish_scheduled")
    assert read_public()["service"] is None
    world.release.refresh_from_db()
    assert world.release.state == Release.State.PUBLISHED


def test_other_answers_after_the_approval_are_withdrawn(world: World) -> None:
    world.approve()
    report = AnnualReportPage.objects.get(pk=world.report.pk)
    answer(report.get_latest_revision(), sentence="Une autre phrase.")
    [item] = world.release.items.exclude(withdrawn_at=None)
    assert item.subject == world.report


def test_a_redirect_elsewhere_goes_before_those_of_sites(world: World) -> None:
    site = Site.objects.get()
    Redirect.objects.create(old_path="/chiffres", site=site, redirect_page=world.report)
    world.release.redirects.update(redirect_page=None, redirect_link="https://bilan.example/")
    world.approve()
    world.come_due()
    call_command("publish_scheduled")
    assert read_public()["redirect"]["newUrl"] == "https://bilan.example/"


def test_what_changes_after_the_approval_is_withdrawn_and_told(world: World) -> None:
    world.approve()
    service = Service.objects.get(pk=world.service.pk)
    service.name = "Mano 3"
    service.save_revision()
    [told] = [each for each in mail.outbox if "ne paraîtra pas" in each.subject]
    assert told.to == ["a@bilan.example"]
    world.come_due()
    call_command("publish_scheduled")
    after = read_public()
    assert after["service"]["name"] == "Mano"
    assert after["report"]["version"]["number"] == 2


def test_a_draft_that_is_saved_into_is_withdrawn_too(world: World) -> None:
    world.approve()
    revision = world.service.latest_revision
    revision.content["name"] = "Mano 3"
    revision.save()
    assert world.release.items.exclude(withdrawn_at=None).get().object_id == str(world.service.pk)


def test_what_stays_as_it_was_is_not_withdrawn(world: World) -> None:
    world.approve()
    world.service.latest_revision.save()
    assert not world.release.items.exclude(withdrawn_at=None).exists()


@pytest.mark.parametrize(
    "spoil", ["nothing", "unanswered", "gone", "private", "past", "nowhere", "expired"]
)
def test_an_approval_is_refused_with_each_reason(world: World, spoil: str) -> None:
    if spoil == "nothing":
        world.release.items.all().delete()
        world.release.documents.all().delete()
        world.release.redirects.all().delete()
        expected = "ne contient rien"
    elif spoil == "unanswered":
        models.CorrectionAnswers.objects.all().delete()
        expected = "dites d’abord aux lecteurs pourquoi il change"
    elif spoil == "gone":
        Service.objects.get(pk=world.service.pk).delete()
        expected = "a été supprimé"
    elif spoil == "private":
        root = Collection.get_first_root_node()
        CollectionViewRestriction.objects.create(collection=root, restriction_type="login")
        expected = "qui est privée"
    elif spoil == "past":
        world.come_due()
        expected = PAST
    elif spoil == "expired":
        world.service.expire_at = timezone.now()
        world.service.save_revision()
        expected = "a une fin de publication qui est passée"
    else:
        world.release.redirects.update(redirect_page=None)
        expected = "ne mène nulle part"
    with pytest.raises(ReleaseRefused) as refused:
        world.approve()
    assert any(expected in problem.message for problem in refused.value.problems)
    world.release.refresh_from_db()
    assert world.release.state == Release.State.PREPARED


def test_what_is_taken_back_does_not_become_public(world: World) -> None:
    world.approve()
    take_back(world.release)
    world.come_due()
    before = read_public()
    call_command("publish_scheduled")
    assert read_public() == before


def test_a_withdrawn_item_is_put_back_by_a_new_approval(world: World) -> None:
    world.approve()
    world.service.save_revision()
    assert take_back(world.release)
    assert list(find_problems(world.release)) == []  # the old approval is forgotten
    approve(Release.objects.get(pk=world.release.pk), world.user)
    assert not world.release.items.exclude(withdrawn_at=None).exists()


def test_a_release_that_fails_anywhere_changes_nothing(
    world: World, settings: Any, record_property: Callable[[str, object], None]
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    world.approve()
    world.come_due()

    def publish() -> None:
        with transaction.atomic():
            publishing.publish(world.release.pk)

    before = read_public()
    count = fail_everywhere(publish, read_rows)
    assert read_public() == before
    publish()
    assert read_public() != before
    assert count > 60
    record_property("counted: statements at which a release failed", count)


def test_the_hour_of_another_is_not_taken(world: World) -> None:
    world.approve()
    Release.objects.update(goes_public_at=timezone.now() + HOUR)
    publishing.publish(world.release.pk)
    world.release.refresh_from_db()
    assert world.release.state == Release.State.APPROVED
