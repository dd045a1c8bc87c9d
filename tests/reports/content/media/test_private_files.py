"""A file in a restricted collection is served to those who may see it in the admin, alone."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.models import Collection, CollectionViewRestriction, GroupCollectionPermission

from reports.authoring.roles.set_up import set_up
from reports.content.models import Picture, ReportDocument, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def collection() -> Collection:
    """A collection below one that is restricted to the group « Cabinet »."""
    set_up()
    above = Collection.get_first_root_node().add_child(name="Cabinet")
    restriction = CollectionViewRestriction.objects.create(
        collection=above, restriction_type=CollectionViewRestriction.GROUPS
    )
    restriction.groups.add(Group.objects.create(name="Cabinet"))
    return above.add_child(name="Notes")


@pytest.fixture
def addresses(collection: Collection, picture_bytes: bytes) -> list[str]:
    picture = Picture.objects.create(
        title="Image", file=ContentFile(picture_bytes, "a.png"), collection=collection
    )
    document = ReportDocument.objects.create(
        title="Note", file=ContentFile(b"texte", "a.txt"), collection=collection
    )
    renditions = [rendition.file.url for rendition in picture.renditions.all()]
    return [document.url, picture.file.url, *renditions]


def member(*groups: str) -> Client:
    user = User.objects.create_user("account", "account@bilan.example")
    for name in groups:
        group, made = Group.objects.get_or_create(name=name)
        user.groups.add(group)
        if made or name == "Cabinet":
            group.permissions.add(Permission.objects.get(codename="access_admin"))
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize(
    ("groups", "status"),
    [
        (("Entrer",), 404),
        (("Rédaction",), 404),
        (("Administration",), 404),
        (("Cabinet",), 200),
        (("Rédaction", "Cabinet"), 200),
    ],
    ids=str,
)
def test_a_restricted_file_is_served_to_its_group(
    addresses: list[str], groups: tuple[str, ...], status: int
) -> None:
    client = member(*groups)
    assert {client.get(address).status_code for address in addresses} == {status}


def test_a_permission_on_the_collection_opens_it(collection: Collection, addresses: Any) -> None:
    CollectionViewRestriction.objects.update(restriction_type=CollectionViewRestriction.LOGIN)
    client = member("Entrer")
    assert {client.get(address).status_code for address in addresses} == {404}
    for app, codename in (("wagtailimages", "choose_image"), ("wagtaildocs", "choose_document")):
        GroupCollectionPermission.objects.create(
            group=Group.objects.get(name="Entrer"),
            collection=collection,
            permission=Permission.objects.get(content_type__app_label=app, codename=codename),
        )
    assert {client.get(address).status_code for address in addresses} == {200}


@pytest.mark.parametrize("kind", ["images", "documents"])
@pytest.mark.parametrize("groups", [("Entrer",), ("Rédaction",)], ids=str)
def test_the_admin_s_api_lists_what_may_be_seen(
    addresses: list[str], groups: tuple[str, ...], kind: str
) -> None:
    client = member(*groups)
    assert client.get(f"/admin/api/main/{kind}/").json()["items"] == []
    model = Picture if kind == "images" else ReportDocument
    pk = model.objects.get().pk
    assert client.get(f"/admin/api/main/{kind}/{pk}/").status_code == 404
    CollectionViewRestriction.objects.all().delete()
    seen = client.get(f"/admin/api/main/{kind}/").json()["items"]
    assert len(seen) == (groups == ("Rédaction",))
