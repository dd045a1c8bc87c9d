"""The home page lines about operation: mail, webhooks, scheduled publications, disks."""

from django.conf import settings
from django.template.defaultfilters import filesizeformat

from reports.authoring.home.line import Line
from reports.content.storage.free_space import MIN_FREE_BYTES, measure_free_bytes
from reports.publishing.models import OutboxEntry
from reports.publishing.outbox.waiting import list_late_entries
from reports.publishing.overdue import list_overdue_hours
from reports.publishing.webhooks import messages


def describe_schedule() -> list[Line]:
    """Return a line if scheduled publications are overdue."""
    hours = list_overdue_hours()
    if not hours:
        return []
    count = f"{len(hours)} publications prévues n’ont" if hours[1:] else "1 publication prévue n’a"
    fact = "La commande « publish_scheduled » ne passe plus, ou échoue : son journal dit pourquoi."
    return [Line(f"{count} pas eu lieu", "", (fact,), hours[0])]


def describe_disk() -> list[Line]:
    """Return a line if a disk of this machine is nearly full."""
    free = measure_free_bytes()
    fact = f"Il reste {filesizeformat(free)} : un fichier envoyé peut être refusé."
    return [Line("Le disque est presque plein", "", (fact,))] if free < MIN_FREE_BYTES else []


def describe_webhooks() -> list[Line]:
    """Return a line if webhook messages are waiting for their receiver."""
    oldest = list_late_entries().filter(kind=messages.KIND).first()
    fact = "Leur destinataire ne répond pas ; sa page dit ce qu’il a répondu."
    title = "Des annonces de webhooks attendent"
    return [Line(title, "", (fact,), oldest.created_at)] if oldest else []


def describe_mail() -> list[Line]:
    """Return lines for a missing mail server, and for messages that wait long or were given up."""
    if not settings.EMAIL_HOST:
        return [Line("Aucun message ne part", "", ("EMAIL_HOST n’est pas réglé.",))]
    lines = []
    if oldest := list_late_entries().exclude(kind=messages.KIND).first():
        fact = "Le serveur de courrier ne les prend pas, ou personne ne les envoie."
        lines.append(Line("Des messages attendent", "", (fact,), oldest.created_at))
    count = OutboxEntry.objects.exclude(given_up_at=None).count()
    if count:
        title = f"{count} messages abandonnés" if count > 1 else "1 message abandonné"
        fact = f"Depuis {settings.OUTBOX_GIVEN_UP_DAYS} jours : le journal du serveur dit pourquoi."
        lines.append(Line(title, "", (fact,)))
    return lines
