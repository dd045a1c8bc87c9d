"""Who is the last that may change accounts cannot lose that right, by whatever form."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse

from reports.authoring.roles.set_up import set_up
from reports.content.models import User
from tests.reports.authoring.doors.accounts import account, group

pytestmark = pytest.mark.django_db
REFUSED = "Rien n’est changé"


@pytest.fixture
def administrator() -> User:
    set_up()
    user = User.objects.create_user("administratrice", email="a@bilan.example")
    user.groups.add(Group.objects.get(name="Administration"))
    return user


@pytest.fixture
def client(administrator: User) -> Client:
    client = Client()
    client.force_login(administrator)
    return client


def send(client: Client, name: str, pk: int, data: dict[str, str]) -> str:
    return client.post(reverse(name, args=[pk]), data, follow=True).content.decode()


def leave(client: Client, user: User) -> str:
    """Take oneself out of all groups."""
    return send(client, "wagtailusers_users:edit", user.pk, account(user, email="a@bilan.example"))


def may_change_accounts(user: User) -> bool:
    return User.objects.get(pk=user.pk).has_perm("reports.change_user")


def test_does_not_leave_the_group(client: Client, administrator: User) -> None:
    assert REFUSED in leave(client, administrator)
    assert may_change_accounts(administrator)


@pytest.mark.parametrize("active", [True, False])
def test_leaves_if_somebody_else_is_there(
    client: Client, administrator: User, active: bool
) -> None:
    User.objects.create_superuser("autre", is_active=active)
    leave(client, administrator)
    assert may_change_accounts(administrator) is not active


@pytest.mark.parametrize("kept", ["", "reports.change_user", "wagtailadmin.access_admin"])
def test_does_not_take_the_permission_from_the_group(
    client: Client, administrator: User, kept: str
) -> None:
    administrators = Group.objects.get(name="Administration")
    pages = administrators.page_permissions.count()
    data = group("Administration")
    if kept:
        codename = kept.partition(".")[2]
        data["permissions"] = str(Permission.objects.get(codename=codename).pk)
    assert REFUSED in send(client, "wagtailusers_groups:edit", administrators.pk, data)
    assert may_change_accounts(administrator)
    assert administrators.page_permissions.count() == pages


def test_does_not_delete_the_group(client: Client, administrator: User) -> None:
    administrators = Group.objects.get(name="Administration")
    assert REFUSED in send(client, "wagtailusers_groups:delete", administrators.pk, {})
    assert may_change_accounts(administrator)


def test_other_groups_go(client: Client) -> None:
    other = Group.objects.create(name="Lecture")
    assert REFUSED not in send(client, "wagtailusers_groups:delete", other.pk, {})
    assert not Group.objects.filter(name="Lecture").exists()
