"""Releases and webhooks: what becomes public together, and who is told."""

import datetime
from typing import Any

from django.utils import timezone

from reports.content.models import Service
from reports.publishing.models import PreviewLink, Release, Webhook
from reports.publishing.releases.approval import approve
from reports.publishing.releases.contents import Candidate, choose_items
from tests.reports.authoring.doors.door import door
from tests.reports.authoring.world import Visit

HOUR = {"name": "Sortie", "goes_public_at": "2124-02-01 10:00"}
NO_ROWS = {
    f"{prefix}-{name}_FORMS": "0"
    for prefix in ("documents", "redirections")
    for name in ("TOTAL", "INITIAL")
}


def add_release(page: Any = None) -> Release:
    """Make a release with a renamed record and, if one is given, a page."""
    service = Service.objects.create(slug="mano", name="Mano")
    service.name = "Mano 2"
    service.save_revision()
    hour = timezone.now() + datetime.timedelta(hours=1)
    release = Release.objects.create(name="Sortie", goes_public_at=hour)
    choose_items(release, [Candidate(each) for each in (page, service) if each])
    return release


@door("Créer une publication groupée")
def create(visit: Visit) -> bool:
    visit.post("releases:add", data=HOUR)
    return Release.objects.filter(user=visit.user).exists()


@door("Changer le nom ou l’heure d’une publication groupée")
def edit(visit: Visit) -> bool:
    release = add_release()
    visit.post("releases:edit", release.pk, data=HOUR | {"name": "Une autre"})
    return Release.objects.filter(name="Une autre").exists()


@door("Choisir ce que contient une publication groupée")
def choose(visit: Visit) -> bool:
    release = add_release()
    visit.post("bilan_release", release.pk, data=NO_ROWS)
    return not release.items.exists()


@door("Préparer une redirection dans une publication groupée")
def stage_redirect(visit: Visit) -> bool:
    release = add_release()
    row = {"redirections-TOTAL_FORMS": "1", "redirections-0-old_path": "/chiffres"}
    data = NO_ROWS | row | {"redirections-0-redirect_link": "https://bilan.example/"}
    visit.post("bilan_release", release.pk, data=data)
    return release.redirects.exists()


@door("Approuver une publication groupée")
def approve_release(visit: Visit) -> bool:
    release = add_release()
    visit.post("bilan_release_approve", release.pk)
    release.refresh_from_db()
    return release.state == Release.State.APPROVED


@door("Reprendre une publication groupée approuvée")
def take_back(visit: Visit) -> bool:
    release = add_release()
    approve(release, visit.world.superuser)
    visit.post("bilan_release_take_back", release.pk)
    release.refresh_from_db()
    return release.state == Release.State.PREPARED


@door("Supprimer une publication groupée")
def delete(visit: Visit) -> bool:
    visit.post("releases:delete", add_release().pk)
    return not Release.objects.exists()


@door("Créer un lien pour la presse")
def make_press_link(visit: Visit) -> bool:
    release = add_release(visit.world.page("contact"))
    visit.post("preview_links_of_release", release.pk)
    return PreviewLink.objects.filter(release=release).exists()


def add_webhook() -> Webhook:
    return Webhook.objects.create(name="Site", address="https://bilan.example/")


@door("Voir les webhooks et leurs envois")
def list_webhooks(visit: Visit) -> bool:
    shown = visit.opens("webhook_deliveries", add_webhook().pk)
    assert visit.opens("webhooks:index") is shown
    return shown


@door("Créer un webhook")
def create_webhook(visit: Visit) -> bool:
    data = {"name": "Site", "address": "https://bilan.example/", "enabled": "on"}
    visit.post("webhooks:add", data=data)
    return Webhook.objects.exists()


@door("Modifier un webhook, et changer sa clé")
def edit_webhook(visit: Visit) -> bool:
    webhook = add_webhook()
    visit.post("webhook_rotate", webhook.pk)
    rotated = Webhook.objects.exclude(secret=webhook.secret).exists()
    data = {"name": "Autre", "address": "https://bilan.example/", "enabled": "on"}
    visit.post("webhooks:edit", webhook.pk, data=data)
    assert Webhook.objects.filter(name="Autre").exists() is rotated
    return rotated


@door("Envoyer un essai à un webhook")
def send_test(visit: Visit) -> bool:
    webhook = add_webhook()
    visit.post("webhook_test", webhook.pk)
    return webhook.deliveries.exists()


@door("Supprimer un webhook")
def delete_webhook(visit: Visit) -> bool:
    visit.post("webhooks:delete", add_webhook().pk)
    return not Webhook.objects.exists()
