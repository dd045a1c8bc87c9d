"""Whatever leaves a line in the audit log knows where the request came from."""

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from wagtail.models import Collection, CollectionViewRestriction

from cms.http.client_address import ClientAddressMiddleware
from reports.content.models import AuditEntry, ReportDocument, User

FORGED = {
    "HTTP_X_FORWARDED_FOR": "203.0.113.9",
    "HTTP_FORWARDED": "for=203.0.113.9",
    "HTTP_X_REAL_IP": "203.0.113.9",
}


def read_address(**headers: str) -> str:
    """Return what a request is said to come from."""
    seen: list[Any] = []
    ClientAddressMiddleware(lambda request: HttpResponse(seen.append(request)))(
        RequestFactory().get("/", **headers)
    )
    assert isinstance(seen[0], HttpRequest)
    return str(seen[0].client_address)  # type: ignore[attr-defined]


def test_the_connection_counts_without_a_setting() -> None:
    headers = FORGED | {"HTTP_CLIENTADDRESS": "203.0.113.9"}
    assert read_address(REMOTE_ADDR="192.0.2.7", **headers) == "192.0.2.7"


def test_the_header_of_the_proxy_counts_where_it_is_named(settings: Any) -> None:
    settings.CLIENT_ADDRESS_HEADER = "ClientAddress"
    address = read_address(REMOTE_ADDR="10.0.0.1", HTTP_CLIENTADDRESS="2001:db8::7", **FORGED)
    assert address == "2001:db8::/64"
    lie = read_address(REMOTE_ADDR="10.0.0.1", HTTP_CLIENTADDRESS="192.0.2.7, 203.0.113.9")
    assert lie == "10.0.0.1"


@pytest.mark.django_db
def test_lines_of_the_log_have_it(settings: Any) -> None:
    settings.CLIENT_ADDRESS_HEADER = "ClientAddress"
    private = Collection.get_first_root_node().add_child(name="Privé")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    document = ReportDocument.objects.create(
        title="Note", file=ContentFile(b"%PDF-1.4 secret", "note.pdf"), collection=private
    )
    User.objects.create_superuser("administratrice", password="un mot de passe assez long")
    client = Client(HTTP_CLIENTADDRESS="192.0.2.7", REMOTE_ADDR="10.0.0.1", **FORGED)
    fields = {"username": "administratrice", "password": "un mot de passe assez long"}
    client.post("/admin/login/", fields)
    assert client.get(f"/documents/{document.key}/note.pdf").status_code == 200
    client.get("/admin/journal/?export=csv")

    lines = AuditEntry.objects.filter(actor="administratrice")
    assert {entry.address for entry in lines} == {"192.0.2.7"}
    assert {entry.action for entry in lines} == {"sign_in", "private_file", "audit_exported"}
