"""Disables a webhook whose endpoint accepts nothing, and tells the administrators."""

from django.db import transaction
from django.utils import timezone

from reports.publishing.administrators import write_to_administrators
from reports.publishing.models.webhook import Webhook

SUBJECT = "Le webhook « {name} » est désactivé"
TEXT = (
    "Le webhook « {name} » n’accepte plus de message depuis deux jours, ou a demandé à ne plus en "
    "recevoir. Il est désactivé. Les changements restent lisibles dans le flux ; après réparation, "
    "réactivez-le dans Paramètres › Webhooks, puis renvoyez ce qui manque."
)


@transaction.atomic
def disable(webhook: Webhook) -> None:
    """Disable a webhook, once, and send mail to all administrators."""
    changed = Webhook.objects.filter(pk=webhook.pk, enabled=True)
    if not changed.update(enabled=False, disabled_at=timezone.now()):
        return
    write_to_administrators(SUBJECT.format(name=webhook.name), TEXT.format(name=webhook.name))
