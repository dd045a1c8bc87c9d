"""Each publication that changes something is a version, whose bytes never change."""

import io
import json
import uuid
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Sum
from django.db.models.functions import Length
from wagtail.models import Page, PageViewRestriction, Site

from reports import models
from reports.content.models.publication_context import publication_context
from reports.publishing.models import DeletedHidden, ReportVersion, StoredContent
from reports.publishing.versions import stored_bytes
from reports.publishing.versions.missing import make_first_versions
from reports.publishing.versions.recording import record_version
from reports.publishing.versions.withdrawal import WithdrawalRefused, withdraw_version
from tests.reports.publishing.answering import publish_answered

pytestmark = pytest.mark.django_db


def paragraph(text: str, id: str = "11111111-1111-4111-8111-111111111111") -> dict[str, Any]:
    return {"type": "paragraph", "id": id, "value": {"text": f"<p>{text}</p>"}}


def lines(service: Any, name: str = "Mano", chosen_for: str = "Mano") -> dict[str, Any]:
    value = {"name": name, "service": service, "reference_name": chosen_for}
    item = {"type": "item", "id": str(uuid.UUID(int=3)), "value": value}
    id = str(uuid.UUID(int=2))
    return {"type": "service_lines", "id": id, "value": {"services": [item]}}


@pytest.fixture
def index(db: None) -> models.ReportIndexPage:
    home = Page.get_first_root_node().add_child(instance=models.HomePage(title="Accueil", slug="h"))
    Site.objects.update(root_page=home)
    Site.clear_site_root_paths_cache()
    return home.add_child(instance=models.ReportIndexPage(title="Bilans", slug="bilan"))


@pytest.fixture
def page(index: models.ReportIndexPage) -> models.AnnualReportPage:
    report = models.AnnualReportPage(title="Bilan 2024", slug="2024", year=2024, live=False)
    return index.add_child(instance=report)


def publish(page: models.AnnualReportPage, *body: Any, user: Any = None, **fields: Any) -> None:
    draft = models.AnnualReportPage.objects.get(pk=page.pk)
    draft.body = json.dumps(list(body))
    for name, value in fields.items():
        setattr(draft, name, value)
    publish_answered(draft.save_revision(user=user, clean=False), user=user)


def numbers() -> list[int]:
    return [version.number for version in ReportVersion.objects.all()]


def read(version: ReportVersion) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(stored_bytes.load([version.content_id])[version.content_id])
    return read


def test_each_publication_that_changes_something_is_the_next_version(
    page: models.AnnualReportPage,
) -> None:
    assert numbers() == []
    publish(page, paragraph("Un."))
    publish(page, paragraph("Un."))
    publish(page, paragraph("Deux."))
    publish(page, paragraph("Deux."), seo_title="Autrement")
    publish(page, paragraph("Un."), seo_title="")
    assert numbers() == [1, 2, 3, 4]
    first, *_, last = ReportVersion.objects.all()
    assert first.sha256 == last.sha256 == first.content_id
    assert first.report_key == page.translation_key
    assert read(first)["body"]["blocks"][0]["value"] == {"text": "<p>Un.</p>"}
    page.refresh_from_db()
    assert last.published_at == page.last_published_at


def test_the_stored_bytes_have_the_hash_that_is_published(page: models.AnnualReportPage) -> None:
    publish(page, paragraph("Un."))
    before = dict(StoredContent.objects.values_list("pk", "data"))
    publish(page, paragraph("Deux."))
    after = dict(StoredContent.objects.values_list("pk", "data"))
    assert {key: bytes(after[key]) for key in before} == {k: bytes(v) for k, v in before.items()}
    for sha256, data in stored_bytes.load(list(after)).items():
        assert stored_bytes.digest(data) == sha256


def test_drafts_and_private_reports_make_no_version(page: models.AnnualReportPage) -> None:
    restriction = PageViewRestriction.objects.create(
        page=page.get_parent(), restriction_type="login"
    )
    publish(page, paragraph("Un."))
    publish(page, paragraph("Deux."))
    page.refresh_from_db()
    page.body = json.dumps([paragraph("Trois.")])
    page.save_revision()
    assert numbers() == []

    restriction.delete()

    assert numbers() == [1]
    assert "Deux." in str(read(ReportVersion.objects.get()))


def test_author_and_reason_are_those_of_the_publication(
    page: models.AnnualReportPage, django_user_model: Any
) -> None:
    user = django_user_model.objects.create(username="editor", is_superuser=True)
    with publication_context(reason="Un chiffre corrigé."):
        publish(page, paragraph("Un."), user=user)
    version = ReportVersion.objects.get()
    assert (version.author, version.reason) == (user, "Un chiffre corrigé.")


def test_a_failure_leaves_nothing(
    page: models.AnnualReportPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(page, paragraph("Un."))

    def fail(*args: Any, **kwargs: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(ReportVersion.objects, "create", fail)
    with pytest.raises(ZeroDivisionError):
        publish(page, paragraph("Deux."))
    page.refresh_from_db()
    assert "Un." in str(page.body)
    assert numbers() == [1]
    assert StoredContent.objects.count() == 2


def test_what_is_hidden_changes_no_byte(page: models.AnnualReportPage) -> None:
    hidden = models.Service.objects.create(name="Mano", slug="secret", live=False)
    publish(page, lines(hidden.pk))
    publish(page, lines(None, chosen_for=""))
    publish(page, lines(99_999))
    assert numbers() == [1]
    assert "secret" not in str(
        stored_bytes.load(list(StoredContent.objects.values_list("pk", flat=True)))
    )
    hidden.live = True
    hidden.save()
    publish(page, lines(hidden.pk))
    publish(page, lines(hidden.pk, chosen_for="Un autre"))
    assert numbers() == [1, 2, 3]
    assert '"public_id": "secret"' in json.dumps(read(ReportVersion.objects.get(number=2)))


def test_a_hundred_versions_of_a_large_report_are_small(page: models.AnnualReportPage) -> None:
    words = [str(uuid.uuid5(uuid.NAMESPACE_OID, str(n)))[:7] for n in range(1_500)]
    texts = [" ".join(words[(n * 7 + k * 13) % 1_500] for k in range(110)) for n in range(150)]
    body = [paragraph(text, str(uuid.UUID(int=n + 1))) for n, text in enumerate(texts)]
    assert len(json.dumps(body)) > 140_000
    publish(page, *body)
    page.refresh_from_db()
    for number in range(99):
        body[number] = paragraph(f"{number} %", body[number]["id"])
        page.body = json.dumps(body)
        record_version(page)  # as a receiver does, without what else a publication does
    assert len(numbers()) == 100
    size = StoredContent.objects.aggregate(size=Sum(Length("data")))["size"]
    assert size < 5_000_000


def test_the_command_makes_what_is_missing(page: models.AnnualReportPage) -> None:
    publish(page, paragraph("Un."))
    ReportVersion.objects.all().delete()
    with pytest.raises(CommandError):
        call_command("make_versions", "--check", stdout=io.StringIO())
    assert numbers() == []
    call_command("make_versions", stdout=io.StringIO())
    call_command("make_versions", "--check", stdout=io.StringIO())
    assert numbers() == [1]
    models.AnnualReportPage.objects.update(title="Écrit par l’ancien code")
    call_command("make_versions", stdout=io.StringIO())
    assert numbers() == [1, 2]


def test_a_migration_gives_published_reports_their_first_version(
    page: models.AnnualReportPage,
) -> None:
    publish(page, paragraph("Un."))
    ReportVersion.objects.all().delete()
    make_first_versions()  # nothing was migrated
    assert numbers() == []
    make_first_versions(plan=[("a migration", False)])
    assert numbers() == [1]
    models.AnnualReportPage.objects.update(title="Écrit par l’ancien code")
    make_first_versions(plan=[("a migration", False)])
    assert numbers() == [1]


def test_withdrawing_erases_what_no_other_version_needs(
    page: models.AnnualReportPage, django_user_model: Any
) -> None:
    user = django_user_model.objects.create(username="admin")
    publish(page, paragraph("Un."))
    publish(page, paragraph("Deux."))
    publish(page, paragraph("Un."))
    first, second, third = ReportVersion.objects.all()
    contents = StoredContent.objects.filter(pk__in=[first.sha256, second.sha256])

    with pytest.raises(WithdrawalRefused):
        withdraw_version(second, " ", user)
    with pytest.raises(WithdrawalRefused):
        withdraw_version(third, "Vie privée.", user)  # readers see it
    withdraw_version(first, "Vie privée.", user)
    withdraw_version(second, "Vie privée.", user)

    assert [content.pk for content in contents] == [first.sha256]
    second.refresh_from_db()
    assert second.content is None
    assert len(second.sha256) == 64
    assert (second.withdrawal_reason, second.withdrawn_by) == ("Vie privée.", user)
    third.refresh_from_db()
    assert "Un." in str(read(third))
    with pytest.raises(WithdrawalRefused):
        withdraw_version(second, "Encore.", user)


def test_what_is_deleted_while_hidden_is_remembered(page: models.AnnualReportPage) -> None:
    for live in (True, False):
        models.Term.objects.create(name="Terme", slug=f"terme-{live}".lower(), live=live).delete()
    assert [*DeletedHidden.objects.values_list("kind", "key")] == [("term", "terme-false")]
    key = str(page.translation_key)
    page.delete()
    assert DeletedHidden.objects.filter(kind="page", key=key).exists()
