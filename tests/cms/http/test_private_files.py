"""Private files open for whom the admin would let in, and for nobody else."""

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.models import Collection, CollectionViewRestriction

from reports.accounts.second_factor import PROVEN
from reports.accounts.sessions import SEEN
from reports.content.models import AuditEntry, Picture, ReportDocument, User

pytestmark = pytest.mark.django_db
LOCAL = "reports.editorial.authentication.AccountBackend"


@pytest.fixture
def addresses(settings: Any, tmp_path: Any, picture_bytes: bytes) -> list[str]:
    """The addresses of a document and of a picture that are in a private collection."""
    settings.MEDIA_ROOT = tmp_path
    private = Collection.get_first_root_node().add_child(name="privé")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    file, drawing = ContentFile(b"texte", "a.txt"), ContentFile(picture_bytes, "a.png")
    document = ReportDocument.objects.create(title="Note", file=file, collection=private)
    picture = Picture.objects.create(title="Image", file=drawing, collection=private)
    return [document.url, picture.file.url]


@pytest.fixture
def editor(client: Client, db: None) -> Client:
    client.force_login(User.objects.create_superuser("editor"), LOCAL)
    return client


def ask(client: Client, addresses: list[str]) -> list[int]:
    return [client.get(address).status_code for address in addresses]


def test_a_session_that_is_used_opens_them(editor: Client, addresses: list[str]) -> None:
    assert ask(editor, addresses) == [200, 200]


def test_an_idle_session_opens_none_and_ends(
    editor: Client, addresses: list[str], settings: Any
) -> None:
    session = editor.session
    session[SEEN] -= settings.SESSION_IDLE_MINUTES * 60 + 1
    session.save()

    assert ask(editor, addresses) == [404, 404]
    assert AuditEntry.objects.filter(action="session_expired", actor="editor").count() == 1
    assert not AuditEntry.objects.filter(action="private_file").exists()


def test_a_demanded_second_factor_is_asked_for(
    editor: Client, addresses: list[str], settings: Any
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    assert ask(editor, addresses) == [404, 404]

    session = editor.session
    session[PROVEN] = True
    session.save()
    assert ask(editor, addresses) == [200, 200]
