"""An archive holds what the public may see, and can be handed on."""

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from reports import models
from reports.checks.check_result import acknowledge_findings, check_latest
from reports.core.refusal import Refusal
from reports.exchange.archives.importing import import_archive
from tests.reports.exchange.archives.conftest import indicators, revise
from tests.reports.exchange.archives.databases import archive
from tests.reports.exchange.archives.test_round_trip import ask_all, assert_same_bytes, list_files
from tests.reports_graphql.bodies import block

pytestmark = pytest.mark.django_db


def read_all(folder: Path) -> bytes:
    return b"\n".join((folder / name).read_bytes() for name in list_files(folder))


def hide(*records: Any) -> None:
    """Put pictures and documents into a private collection."""
    private = Collection.get_first_root_node().add_child(name="Privée")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    for record in records:
        type(record).objects.filter(pk=record.pk).update(collection=private)


def test_what_nobody_sees_changes_no_byte(
    folder: Path, report: models.AnnualReportPage, tmp_path: Path
) -> None:
    text = "Un brouillon que personne ne lit, au deuxieme trimestre"
    hidden = models.Service.objects.create(name="Service caché", slug="cache", live=False)
    draft = [block(3, "paragraph", {"text": f"<p>{text}</p>"}), indicators("99")]
    value = {"name": "Caché", "service": hidden.pk, "reference_name": "Caché"}
    item = {"type": "item", "id": "00000000-0000-4000-8000-000000007771", "value": value}
    draft.append(block(777, "service_lines", {"services": [item]}))
    report.body = json.dumps(draft)
    report.save_revision(clean=False)
    models.Acknowledgement.objects.create(
        report=report, fingerprint="f" * 64, code="x", finding=text, reason=text, by="Camille"
    )

    archive(models.AnnualReportPage.objects.get(pk=report.pk), tmp_path / "again")

    assert_same_bytes(folder, tmp_path / "again")


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("Camille", "Martin", "Camille Martin"),
        ("", "", "Compte sans nom"),
        ("camille@example.org", "", "Compte sans nom"),
    ],
)
def test_an_author_is_a_name_in_another_service_too(
    folder: Path,
    report: models.AnnualReportPage,
    request: pytest.FixtureRequest,
    tmp_path: Path,
    first: str,
    last: str,
    shown: str,
) -> None:
    user = models.User.objects.get(username="camille@example.org")
    user.first_name, user.last_name = first, last
    user.save()
    models.ReportVersion.objects.filter(number__in=(2, 3)).update(author=user)
    archive(report, tmp_path / "named")
    request.getfixturevalue("elsewhere")()
    import_archive(tmp_path / "2023")
    import_archive(tmp_path / "named")

    versions = models.ReportVersion.objects.filter(report_key=report.translation_key)
    names = list(versions.order_by("number").values_list("author_name", flat=True))
    assert names == ["", shown, "", "", ""]  # the third was withdrawn
    assert not versions.exclude(author=None).exists()
    archive(models.AnnualReportPage.objects.get(year=2024), tmp_path / "again")
    assert_same_bytes(tmp_path / "named", tmp_path / "again")
    assert b"example.org" not in read_all(tmp_path / "named")


def test_people_are_names(folder: Path) -> None:
    given = json.loads((folder / "data" / "acknowledgements.json").read_text())
    assert {each["by"] for each in given} == {"Camille"}
    assert b"example.org" not in read_all(folder)


def test_a_name_that_is_an_account_does_not_travel(
    report: models.AnnualReportPage, tmp_path: Path
) -> None:
    models.User.objects.update(username="cdurand")
    some = models.Acknowledgement.objects.order_by("pk")
    first, second = some[:2]
    models.Acknowledgement.objects.filter(pk=first.pk).update(by="cdurand")
    models.Acknowledgement.objects.filter(pk=second.pk).update(by="c@example.org", user=None)

    archive(report, tmp_path / "again")

    given = json.loads((tmp_path / "again/data/acknowledgements.json").read_text())
    assert {each["by"] for each in given} == {"Camille", "Compte sans nom"}
    assert b"cdurand" not in read_all(tmp_path / "again")


def test_an_acknowledgement_that_names_what_is_hidden_stays_at_home(
    report: models.AnnualReportPage, tmp_path: Path
) -> None:
    models.Service.objects.update(live=False, name="Nom secret")
    report.refresh_from_db()
    checked = check_latest(report)
    assert any("Nom secret" in finding.issue.message for finding in checked.open)
    acknowledge_findings(checked, checked.open, "Voulu.", None, "Camille")

    archive(report, tmp_path / "again")

    given = json.loads((tmp_path / "again/data/acknowledgements.json").read_text())
    assert given
    assert b"Nom secret" not in read_all(tmp_path / "again")


def test_what_is_hidden_now_is_in_no_version(
    report: models.AnnualReportPage,
    living: SimpleNamespace,
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> None:
    models.Service.objects.update(mission="Une mission que personne ne lit", name="Nom secret")
    models.Indicator.objects.update(definition="Une définition secrète")
    body = report.body.get_prep_value()
    revise(report, [*body, block(7001, "paragraph", {"text": "<p>Encore.</p>"})])
    files = {living.picture.file.name, living.document.file.name}
    models.Service.objects.update(live=False)
    models.Indicator.objects.update(live=False)
    hide(living.picture, living.document)
    PageViewRestriction.objects.create(
        page=models.AnnualReportPage.objects.get(year=2023), restriction_type="login"
    )

    report.refresh_from_db()
    archive(report, tmp_path / "2024")

    data = read_all(tmp_path / "2024")
    secrets = ("mission que personne", "Nom secret", "définition secrète", "/2023/")
    assert not [word for word in secrets if word.encode() in data]
    assert not [name for name in files if name.encode() in data]
    assert not any((tmp_path / "2024/data").glob("files/*"))
    assert json.loads((tmp_path / "2024/data/earlier_statements.json").read_text()) == []
    before = {k: v for k, v in ask_all().items() if "2024" in k and not k.startswith("series")}
    elsewhere: Callable[[], None] = request.getfixturevalue("empty")
    elsewhere()

    import_archive(tmp_path / "2024")

    after = ask_all()
    assert {name: after[name] for name in before} == before


def test_a_hidden_report_has_no_archive(report: models.AnnualReportPage, tmp_path: Path) -> None:
    restriction = PageViewRestriction.objects.create(page=report, restriction_type="login")
    with pytest.raises(Refusal, match="n’est pas public"):
        archive(report, tmp_path / "x")
    restriction.delete()
    report.unpublish()
    with pytest.raises(Refusal, match="n’est pas public"):
        archive(report, tmp_path / "y")
    assert not [*(tmp_path / "x").iterdir(), *(tmp_path / "y").iterdir()]
