"""Our own doors: checks, review links, readings."""

import json

from django.urls import reverse

from reports.checks.check_result import acknowledge_findings, check_latest
from reports.models import Acknowledgement, PreviewLink
from tests.reports.editorial.doors.door import door
from tests.reports.editorial.world import Visit


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
