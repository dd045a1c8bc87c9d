"""The admin views of a webhook: its deliveries, and the actions of its buttons."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from reports.publishing.models.webhook import Webhook, WebhookDelivery, make_secret
from reports.publishing.webhooks import messages as outgoing

PERMISSION = "reports.change_webhook"
PAGE_SIZE = 50


def get_webhook(request: HttpRequest, pk: int) -> Webhook:
    """Return a webhook if the user may change it, else raise PermissionDenied."""
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    return get_object_or_404(Webhook, pk=pk)


@require_GET
def list_deliveries(request: HttpRequest, pk: int) -> HttpResponse:
    webhook = get_webhook(request, pk)
    page = Paginator(webhook.deliveries.all(), PAGE_SIZE).get_page(request.GET.get("p"))
    context: dict[str, Any] = {"webhook": webhook, "deliveries": page}
    return render(request, "reports/webhooks/deliveries.html", context)


@require_POST
def send_test(request: HttpRequest, pk: int) -> HttpResponse:
    webhook = get_webhook(request, pk)
    if webhook.enabled:
        outgoing.enqueue_test(webhook)
        messages.success(request, "L’essai est en route : sa réponse apparaîtra dans la liste.")
    else:
        messages.error(request, "Ce webhook est désactivé : réactivez-le d’abord.")
    return redirect("webhook_deliveries", pk)


@require_POST
def replay(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    webhook = get_webhook(request, pk)
    delivery = get_object_or_404(WebhookDelivery, pk=key, webhook=webhook)
    if outgoing.replay(delivery):
        messages.success(request, "Le message est de nouveau en route.")
    else:
        messages.error(request, "Ce changement n’est plus dans le flux : rien à renvoyer.")
    return redirect("webhook_deliveries", pk)


@require_POST
def rotate(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a new key to the old one, or drop the old one."""
    with transaction.atomic():
        get_webhook(request, pk)
        webhook = Webhook.objects.select_for_update().get(pk=pk)
        if webhook.previous_secret:
            webhook.previous_secret = ""
        else:
            webhook.secret, webhook.previous_secret = make_secret(), webhook.secret
        webhook.save(update_fields=["secret", "previous_secret"])
    return redirect("webhook_deliveries", pk)
