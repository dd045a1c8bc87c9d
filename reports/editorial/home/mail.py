"""Whether messages leave, for those who administer."""

from django.conf import settings

from reports.editorial.home.line import Line
from reports.models import OutboxEntry
from reports.publication.outbox.waiting import list_late_entries


def describe_mail() -> list[Line]:
    """Return what is wrong: no server, messages that wait for long, or that were given up."""
    if not settings.EMAIL_HOST:
        return [Line("Aucun message ne part", "", ("EMAIL_HOST n’est pas réglé.",))]
    lines = []
    if oldest := list_late_entries().first():
        fact = "Le serveur de courrier ne les prend pas, ou personne ne les envoie."
        lines.append(Line("Des messages attendent", "", (fact,), oldest.created_at))
    count = OutboxEntry.objects.exclude(given_up_at=None).count()
    if count:
        title = f"{count} messages abandonnés" if count > 1 else "1 message abandonné"
        fact = f"Depuis {settings.OUTBOX_GIVEN_UP_DAYS} jours : le journal du serveur dit pourquoi."
        lines.append(Line(title, "", (fact,)))
    return lines
