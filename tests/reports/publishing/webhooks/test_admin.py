"""Webhooks in the admin: for Administration alone."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from reports.authoring.roles.set_up import set_up
from reports.content.models import User
from reports.content.models.roles import ADMINISTRATORS, APPROVERS, EDITORS
from reports.publishing.models import OutboxEntry, Webhook
from reports.publishing.webhooks import messages

from .changes import make_change

pytestmark = pytest.mark.django_db

LIST = "/admin/webhooks/"


def enter(role: str) -> Client:
    set_up()
    user = User.objects.create_user(role, f"{len(role)}@bilan.example")
    user.groups.add(user.groups.model.objects.get(name=role))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def hook(db: None) -> Webhook:
    return Webhook.objects.create(name="Site", address="https://192.0.2.1/")


@pytest.mark.parametrize("role", [EDITORS, APPROVERS])
def test_nobody_else_sees_them(role: str, hook: Webhook) -> None:
    client = enter(role)
    urls = [LIST, f"{LIST}edit/{hook.pk}/", reverse("webhook_deliveries", args=[hook.pk])]
    for url in urls:
        answer = client.get(url)
        assert answer.status_code in (302, 403), url
        assert hook.secret not in answer.content.decode()
    assert client.post(reverse("webhook_test", args=[hook.pk])).status_code in (302, 403)
    assert OutboxEntry.objects.count() == 0


def form(**changes: Any) -> dict[str, Any]:
    return {"name": "Site", "address": "https://192.0.2.1/", "years": "", **changes}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"address": "https://10.0.0.1/"}, "réseau privé"),
        ({"address": "https://[::1]/"}, "réseau privé"),
        ({"address": "http://public.example/"}, "Une adresse en https"),
        ({"address": "https://a:b@public.example/"}, "sans mot de passe"),
        ({"address": "https://[8.8.8.8]/"}, "entre crochets, seule une adresse IPv6 se lit"),
        ({"years": "l’an dernier"}, "Des années séparées"),
    ],
)
def test_a_wrong_form_says_why(changes: dict[str, Any], words: str) -> None:
    answer = enter(ADMINISTRATORS).post(f"{LIST}new/", form(**changes))
    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert Webhook.objects.count() == 0


def test_it_is_made_tried_replayed_and_given_a_new_key(settings: Any) -> None:
    settings.WEBHOOK_ALLOWED_NETWORKS = ["192.0.2.0/24"]
    client = enter(ADMINISTRATORS)
    data = form(years="2024, 2023", kinds=["REPORT_PUBLISHED"], enabled="on")
    assert client.post(f"{LIST}new/", data).status_code == 302
    hook = Webhook.objects.get()
    assert (hook.years, hook.kinds) == ([2023, 2024], ["REPORT_PUBLISHED"])
    assert "Voir les envois" in client.get(LIST).content.decode()
    assert "2023, 2024" in client.get(f"{LIST}edit/{hook.pk}/").content.decode()

    client.post(reverse("webhook_test", args=[hook.pk]))
    change = make_change(kind="REPORT_PUBLISHED")
    messages.enqueue_change(change)
    page = client.get(reverse("webhook_deliveries", args=[hook.pk])).content.decode()
    assert hook.secret in page
    assert "REPORT_PUBLISHED" in page
    told = hook.deliveries.get(change=change)
    client.post(reverse("webhook_replay", args=[hook.pk, told.pk]))
    waiting = [entry.payload["delivery"] for entry in OutboxEntry.objects.order_by("pk")]
    assert waiting[1:] == [str(told.pk)] * 2  # with the id by which a receiver knows a repeat

    old = hook.secret
    client.post(reverse("webhook_rotate", args=[hook.pk]))
    hook.refresh_from_db()
    assert hook.previous_secret == old != hook.secret
    client.post(reverse("webhook_rotate", args=[hook.pk]))
    hook.refresh_from_db()
    assert hook.secrets == [hook.secret]


def test_what_is_gone_is_not_replayed(hook: Webhook) -> None:
    client = enter(ADMINISTRATORS)
    change = make_change(kind="PAGE_CHANGED")
    messages.enqueue_change(change)
    told = hook.deliveries.get()
    change.delete()
    answer = client.post(reverse("webhook_replay", args=[hook.pk, told.pk]), follow=True)
    assert "n’est plus dans le flux" in answer.content.decode()
    assert OutboxEntry.objects.count() == 1


def test_a_disabled_one_is_not_tried(hook: Webhook) -> None:
    Webhook.objects.update(enabled=False)
    client = enter(ADMINISTRATORS)
    answer = client.post(reverse("webhook_test", args=[hook.pk]), follow=True)
    assert "réactivez-le" in answer.content.decode()
    assert OutboxEntry.objects.count() == 0
