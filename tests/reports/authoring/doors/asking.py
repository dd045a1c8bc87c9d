"""Our own doors: checks, review links, readings."""

import json
import uuid

from django.urls import reverse

from reports.checks.check_result import acknowledge_findings, check_latest
from reports.checks.models import Acknowledgement, SilencedFinding
from reports.checks.silences import get_programme, silence_findings
from reports.publishing.models import Correction, PreviewLink, ReportVersion, StoredContent
from tests.reports.authoring.doors.door import door
from tests.reports.authoring.world import Visit


@door("Lire les constats d’un bilan")
def findings(visit: Visit) -> bool:
    return visit.opens("bilan_checks", visit.world.report_pk)


@door("Assumer un constat")
def assume(visit: Visit) -> bool:
    data = {"fingerprint": visit.warning(), "reason": "C’est voulu."}
    visit.post("bilan_checks_assume", visit.world.report_pk, data=data)
    return Acknowledgement.objects.filter(reason="C’est voulu.").exists()


@door("Reposer la question d’un constat assumé")
def withdraw(visit: Visit) -> bool:
    checked = check_latest(visit.world.report)
    acknowledge_findings(
        checked, checked.warnings[:1], "C’est voulu.", visit.world.colleague, "collègue"
    )
    data = {"fingerprint": checked.warnings[0].fingerprint}
    visit.post("bilan_checks_withdraw", visit.world.report_pk, data=data)
    return not Acknowledgement.objects.exists()


@door("Ne plus signaler un constat pour le programme")
def silence(visit: Visit) -> bool:
    data = {"fingerprint": visit.warning(), "reason": "C’est voulu."}
    visit.post("bilan_checks_silence", visit.world.report_pk, data=data)
    return SilencedFinding.objects.filter(reason="C’est voulu.").exists()


@door("Voir les constats mis en sourdine")
def silenced(visit: Visit) -> bool:
    return visit.opens("bilan_silenced")


@door("Signaler de nouveau un constat mis en sourdine")
def end_silence(visit: Visit) -> bool:
    checked = check_latest(visit.world.report)
    programme = get_programme(checked.page)
    assert programme is not None
    silence_findings(
        programme, checked.warnings[:1], "C’est voulu.", visit.world.colleague, "collègue"
    )
    visit.post("bilan_silence_end", SilencedFinding.objects.get().pk)
    return not SilencedFinding.objects.exists()


@door("Savoir comment un chiffre est lu")
def readings(visit: Visit) -> bool:
    asked = json.dumps([{"raw": "12 %"}])
    answer = visit.client.post(reverse("bilan_readings"), asked, "application/json")
    return bool(answer.status_code == 200 and answer.json()[0]["text"] == "12\u00a0%")


@door("Chercher une fiche depuis un bilan")
def references(visit: Visit) -> bool:
    return visit.opens("bilan_references", "indicator")


@door("Voir les liens de relecture")
def list_links(visit: Visit) -> bool:
    page = visit.opens("preview_links_of_page", visit.world.report_pk)
    assert visit.opens("preview_links") is page
    return page


@door("Créer un lien de relecture")
def make_link(visit: Visit) -> bool:
    data = {"days": "7", "note": "", "revision": ""}
    visit.post("preview_links_of_page", visit.world.report_pk, data=data)
    return PreviewLink.objects.exists()


@door("Révoquer un lien de relecture")
def revoke(visit: Visit) -> bool:
    link = visit.world.link()
    visit.post("preview_link_revoke", link.page_id, link.key)
    link.refresh_from_db()
    return link.revoked_at is not None


@door("Voir la liste des versions publiées")
def list_versions(visit: Visit) -> bool:
    return visit.opens("report_versions_list")


@door("Retirer une version publiée")
def withdraw_version(visit: Visit) -> bool:
    versions = ReportVersion.objects.filter(report_key=visit.world.report.translation_key)
    current = versions.order_by("number").last()
    assert current
    stored = StoredContent.objects.create(sha256="0" * 64, data=b"")
    key, year = uuid.uuid4(), current.year
    old = ReportVersion.objects.create(
        report_key=key, number=1, year=year, sha256="0" * 64, content=stored
    )
    visit.post("report_version_withdraw", old.pk, data={"reason": " "})
    visit.post("report_version_withdraw", current.pk, data={"reason": "Vie privée."})
    assert not ReportVersion.objects.exclude(withdrawn_at=None).exists()
    visit.post("report_version_withdraw", old.pk, data={"reason": "Vie privée."})
    old.refresh_from_db()
    return old.withdrawn_at is not None


@door("Dire pourquoi un bilan publié change, et le publier")
def answer_for_changes(visit: Visit) -> bool:
    report = visit.world.report
    report.hero_title = "Un autre titre"
    report.save_revision(clean=False)
    visit.answer_for_changes(sentence=" ")
    assert not Correction.objects.filter(sentence="").exists()
    visit.answer_for_changes(sentence="Un titre plus clair.")
    return Correction.objects.filter(sentence="Un titre plus clair.").exists()


@door("Chercher où mène un lien")
def link_targets(visit: Visit) -> bool:
    return visit.opens("bilan_links")
