"""Whether messages leave, for those who administer."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from reports.editorial.home.line import Line
from reports.models import OutboxEntry
from reports.models.outbox import PENDING

LATE = timedelta(minutes=10)


def describe_mail() -> list[Line]:
    """Return what is wrong: no server, messages that wait for long, or that were given up."""
    if not settings.EMAIL_HOST:
        return [Line("Aucun message ne part", "", ("EMAIL_HOST n’est pas réglé.",))]
    lines = []
    late = timezone.now() - LATE
    oldest = OutboxEntry.objects.filter(PENDING, created_at__lt=late).order_by("created_at").first()
    if oldest:
        fact = "Le serveur de courrier ne les prend pas, ou personne ne les envoie."
        lines.append(Line("Des messages attendent", "", (fact,), oldest.created_at))
    count = OutboxEntry.objects.exclude(given_up_at=None).count()
    if count:
        title = f"{count} messages abandonnés" if count > 1 else "1 message abandonné"
        fact = f"Depuis {settings.OUTBOX_GIVEN_UP_DAYS} jours : le journal du serveur dit pourquoi."
        lines.append(Line(title, "", (fact,)))
    return lines
