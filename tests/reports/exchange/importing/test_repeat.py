"""Importing again changes nothing; overwriting must be asked for, and can be undone."""

import pytest
from wagtail.models import Revision

from reports.content.models import AnnualReportPage, Service
from reports.content.models.page_document import read_body
from reports.core.refusal import Refusal
from reports.exchange.importing.summary import as_text
from reports.exchange.models import ImportRecord
from reports.publishing.models import Correction
from tests.reports.publishing.answering import publish_answered

BODY = "## Résultats\n\n- 12 services\n- 3 agents\n\n[Voir](/stats)"

pytestmark = pytest.mark.django_db


def latest() -> AnnualReportPage:
    return AnnualReportPage.objects.get(year=2024).get_latest_revision_as_object()


def test_a_second_run_changes_nothing_and_makes_no_revision(import_file, report_text):
    import_file(report_text(BODY), publish=True)
    before = (Revision.objects.count(), latest().body.get_prep_value())

    again = import_file(report_text(BODY), publish=True)

    assert again.status == "inchangé"
    assert (Revision.objects.count(), latest().body.get_prep_value()) == before


def test_a_file_that_changed_is_refused(import_file, report_text):
    import_file(report_text(BODY))
    with pytest.raises(
        Refusal, match=r"bilan\.md, ligne 1 : le bilan /bilan/2024/ vient d’un autre"
    ):
        import_file(report_text(BODY + " encore"))
    assert "encore" not in str(latest().body.get_prep_value())


def test_a_report_that_was_edited_is_refused(import_file, report_text):
    import_file(report_text(BODY))
    page = latest()
    page.body[0].value["text"] = "Autre titre"
    page.save_revision()
    with pytest.raises(Refusal, match="a été modifié depuis son import"):
        import_file(report_text(BODY))
    assert latest().body[0].value["text"] == "Autre titre"


def test_a_report_that_came_from_no_import_is_refused(import_file, report_text):
    import_file(report_text(BODY))
    ImportRecord.objects.all().delete()
    with pytest.raises(Refusal, match="ne vient pas d’un import"):
        import_file(report_text(BODY))


def test_replace_writes_a_new_revision_that_can_be_reverted(import_file, report_text):
    import_file(report_text(BODY), publish=True)
    first = AnnualReportPage.objects.get(year=2024).live_revision
    ids = [block.id for block in latest().body]

    with pytest.raises(Refusal, match="14 au lieu de 12\nDonnez la raison avec --reason"):
        import_file(report_text(BODY.replace("12", "14")), replace=True, publish=True)
    outcome = import_file(
        report_text(BODY.replace("12", "14")), replace=True, publish=True, reason="Autre source."
    )
    assert [each.sentence for each in Correction.objects.all()] == ["Autre source."]

    assert outcome.status == "remplacé"
    assert [block.id for block in latest().body] == ids
    assert latest().body[1].value["groups"][0]["facts"][0]["figure"].raw == "14"
    publish_answered(first)
    page = AnnualReportPage.objects.get(year=2024)
    assert page.body[1].value["groups"][0]["facts"][0]["figure"].raw == "12"


def test_replace_without_publish_leaves_the_public_report_alone(import_file, report_text):
    import_file(report_text(BODY), publish=True)
    import_file(report_text(BODY.replace("12", "14")), replace=True)
    page = AnnualReportPage.objects.get(year=2024)
    assert page.live
    assert page.has_unpublished_changes
    assert page.body[1].value["groups"][0]["facts"][0]["figure"].raw == "12"


def test_another_language_or_currency_is_a_change_that_is_told_and_made(import_file, report_text):
    text = report_text("## Résultats\n\n- 1,500 services")
    import_file(text, language="fr", publish=True)
    revisions = Revision.objects.count()

    again = import_file(text, language="en", currency="GBP")

    assert again.status == "remplacé"
    assert again.changes == ["langue : français → anglais", "monnaie : euro → livre sterling"]
    assert as_text(again).splitlines()[1:3] == [f"  {change}" for change in again.changes]
    assert (latest().language, latest().currency) == ("en", "GBP")
    assert AnnualReportPage.objects.get(year=2024).language == "fr"
    assert import_file(text, language="en").status == "inchangé"
    assert Revision.objects.count() == revisions + 1


def test_another_language_is_published_if_that_is_asked(import_file, report_text):
    text = report_text("## Résultats\n\n- 1,500 services")
    import_file(text, language="fr", publish=True)
    import_file(text, language="en", publish=True)
    page = AnnualReportPage.objects.get(year=2024)
    assert (page.language, page.has_unpublished_changes) == ("en", False)
    assert read_body(page).blocks[1].groups[0].facts[0].figure.value == 1500


def test_another_language_of_a_report_that_was_edited_is_refused(import_file, report_text):
    import_file(report_text(BODY), language="fr")
    page = latest()
    page.body[0].value["text"] = "Autre titre"
    page.save_revision()
    with pytest.raises(Refusal, match="a été modifié depuis son import"):
        import_file(report_text(BODY), language="en")


def test_a_dry_run_leaves_no_trace(import_file, report_text):
    outcome = import_file(report_text(BODY), dry_run=True)
    assert outcome.status == "simulé"
    assert outcome.fidelity.whole
    assert not AnnualReportPage.objects.exists()


def test_a_draft_import_makes_draft_records_and_publishing_it_publishes_them(
    import_file, report_text
):
    cards = (
        "Nos services :\n\n- [Mano](/startups/mano.html) : aider les équipes (Santé)\n"
        "- [Docs](/startups/docs.html) : écrire (DINUM)"
    )
    import_file(report_text(cards))
    assert set(Service.objects.values_list("slug", "live")) == {("mano", False), ("docs", False)}

    outcome = import_file(report_text(cards), publish=True)

    assert outcome.status == "publié"
    assert set(Service.objects.values_list("slug", "live")) == {("mano", True), ("docs", True)}
    assert AnnualReportPage.objects.get(year=2024).live


def test_two_databases_agree_on_every_id(import_file, report_text):
    import_file(report_text(BODY))
    first = latest().body.get_prep_value()
    AnnualReportPage.objects.get(year=2024).delete()
    import_file(report_text(BODY))
    assert latest().body.get_prep_value() == first


def test_a_record_is_matched_by_its_key_and_by_name_only_without_one(import_file, report_text):
    Service.objects.create(slug="mano", name="Mano d’hier")
    Service.objects.create(slug="pix", name="Pix")
    Service.objects.create(slug="rdv", name="RDV Solidarité")
    import_file(
        report_text(
            "Nos services :\n\n- [Mano](/startups/mano.html) : aider\n"
            "- [Pix](/startups/pix-2.html) : apprendre\n"
            "- [rdv solidarité](https://rdv.example.org/) : venir"
        )
    )
    assert set(Service.objects.values_list("slug", flat=True)) == {"mano", "pix", "pix-2", "rdv"}


def test_old_anchors_do_not_make_a_report_look_edited(import_file, report_text, tmp_path):
    (tmp_path / "sidebar.html").write_text("<ol><li><a href='#vieux'>Résultats</a></li></ol>")
    import_file(report_text(BODY), assets=tmp_path, publish=True)
    before = latest().body.get_prep_value()
    assert list(latest().body[0].value["old_anchors"]) == ["vieux"]

    assert import_file(report_text(BODY), assets=tmp_path, publish=True).status == "inchangé"
    page = AnnualReportPage.objects.get(year=2024)
    page.full_clean()
    page.save()
    assert page.body.get_prep_value() == latest().body.get_prep_value() == before


@pytest.mark.parametrize("year", [2023, 2024])
def test_the_real_reports_twice(import_file, real_reports, year):
    folder = real_reports / str(year)
    file = folder / f"{year}.md"
    import_file(file, assets=folder, publish=True)
    revisions = Revision.objects.count()
    assert import_file(file, assets=folder, publish=True).status == "inchangé"
    assert import_file(file, assets=folder).status == "inchangé"
    assert Revision.objects.count() == revisions
