"""Files are served whole and in part, from a folder and from a bucket alike."""

import io
import urllib.request
from pathlib import PurePath
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from wagtail.models import Collection, CollectionViewRestriction

from reports.content.models import Picture, ReportDocument, User
from reports.content.storage.stored_file import CHUNK_BYTES
from reports.publishing.previews import links
from tests.reports_graphql.bodies import block
from tests.reports_graphql.conftest import index, publish

__all__ = ["index", "publish"]
pytestmark = pytest.mark.django_db

CONTENT = b"%PDF-1.7\n" + bytes(range(256)) * 1000  # more than one chunk
SIZE = len(CONTENT)


@pytest.fixture(params=["folder", "bucket"])
def storage(request: pytest.FixtureRequest, settings: Any, tmp_path: Any) -> str:
    if request.param == "folder":
        settings.MEDIA_ROOT = tmp_path
    else:
        request.getfixturevalue("bucket")
    return str(request.param)


@pytest.fixture
def document(storage: str) -> ReportDocument:
    return ReportDocument.objects.create(title="Bilan", file=ContentFile(CONTENT, "a.pdf"))


def make_picture(picture_bytes: bytes, **fields: Any) -> Picture:
    return Picture.objects.create(title="Image", file=ContentFile(picture_bytes, "a.png"), **fields)


def hide(record: Any) -> None:
    collection = Collection.get_first_root_node().add_child(name="privé")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    record.collection = collection
    record.save()


def body(response: Any) -> bytes:
    return response.content if not response.streaming else b"".join(response.streaming_content)


def test_a_file_is_sent_whole_in_chunks(client: Client, document: ReportDocument) -> None:
    response = client.get(document.url)
    chunks = list(response.streaming_content)  # type: ignore[attr-defined]
    assert b"".join(chunks) == CONTENT
    assert max(map(len, chunks)) <= CHUNK_BYTES
    assert response["Content-Length"] == str(SIZE)
    assert response["Accept-Ranges"] == "bytes"
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'inline; filename="Bilan.pdf"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "public, max-age=300"


@pytest.mark.parametrize(
    ("wanted", "start", "stop"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=5-9", 5, 10),
        ("bytes=100000-", 100_000, SIZE),
        ("bytes=-10", SIZE - 10, SIZE),
        ("bytes=-999999999", 0, SIZE),
        (f"bytes={SIZE - 1}-{SIZE + 500}", SIZE - 1, SIZE),
        ("Bytes=70000-140000", 70_000, 140_001),
    ],
)
def test_a_range(
    client: Client, document: ReportDocument, wanted: str, start: int, stop: int
) -> None:
    response = client.get(document.url, headers={"Range": wanted})
    assert response.status_code == 206
    assert body(response) == CONTENT[start:stop]
    assert response["Content-Range"] == f"bytes {start}-{stop - 1}/{SIZE}"
    assert response["Content-Length"] == str(stop - start)
    assert response["Content-Type"] == "application/pdf"


@pytest.mark.parametrize(
    "wanted", ["bytes=0-1,5-6", "bytes=9-5", "bytes=-", "lines=0-1", "bytes=x-", "bytes=²-"]
)
def test_what_is_no_single_range_is_answered_whole(
    client: Client, document: ReportDocument, wanted: str
) -> None:
    response = client.get(document.url, headers={"Range": wanted})
    assert response.status_code == 200
    assert body(response) == CONTENT


@pytest.mark.parametrize("wanted", [f"bytes={SIZE}-", "bytes=-0", "bytes=999999999-999999999"])
def test_a_range_behind_the_end(client: Client, document: ReportDocument, wanted: str) -> None:
    response = client.get(document.url, headers={"Range": wanted})
    assert response.status_code == 416
    assert response["Content-Range"] == f"bytes */{SIZE}"
    assert response["Cache-Control"] == "no-store"
    assert body(response) == b""


def test_if_range(client: Client, document: ReportDocument) -> None:
    etag = client.get(document.url)["ETag"]
    same = client.get(document.url, headers={"Range": "bytes=0-3", "If-Range": etag})
    assert (same.status_code, body(same)) == (206, b"%PDF")
    for other in ('"another"', f"W/{etag}", "Fri, 27 Nov 2026 10:00:00 GMT"):
        whole = client.get(document.url, headers={"Range": "bytes=0-3", "If-Range": other})
        assert (whole.status_code, body(whole)) == (200, CONTENT)


def test_head_has_the_headers_of_get(client: Client, document: ReportDocument) -> None:
    head, get = client.head(document.url, headers={"Range": "bytes=0-3"}), client.get(document.url)
    assert head.status_code == 200
    assert body(head) == b""
    assert {**head.headers} == {**get.headers}


def test_unchanged(client: Client, document: ReportDocument) -> None:
    etag = client.get(document.url)["ETag"]
    response = client.get(document.url, headers={"If-None-Match": etag})
    assert (response.status_code, body(response)) == (304, b"")
    assert (response["ETag"], response["Cache-Control"]) == (etag, "public, max-age=300")
    document.file.save("a.pdf", ContentFile(CONTENT + b"more"))
    changed = client.get(document.url, headers={"If-None-Match": etag})
    assert changed.status_code == 200
    assert changed["ETag"] != etag


def test_an_empty_file(client: Client, storage: str) -> None:
    document = ReportDocument.objects.create(title="Vide", file=ContentFile(b"", "a.txt"))
    assert body(client.get(document.url)) == b""
    assert client.get(document.url, headers={"Range": "bytes=0-"}).status_code == 416


def test_what_is_no_pdf_is_saved(client: Client, storage: str) -> None:
    document = ReportDocument.objects.create(title="Faux", file=ContentFile(b"<html>", "a.pdf"))
    for headers in ({}, {"Range": "bytes=1-3"}):
        response = client.get(document.url, headers=headers)
        assert response["Content-Type"] == "application/octet-stream"
        assert response["Content-Disposition"].startswith("attachment")
        assert response["Content-Security-Policy"].endswith("; sandbox")


def test_a_missing_file_is_absent(client: Client, document: ReportDocument) -> None:
    client.get(document.url)
    default_storage.delete(document.file.name)
    for method in ("GET", "HEAD"):
        for headers in ({}, {"Range": "bytes=0-3"}):
            response = client.generic(method, document.url, headers=headers)
            assert response.status_code == 404


def test_a_picture_and_its_renditions(client: Client, storage: str, picture_bytes: bytes) -> None:
    picture = make_picture(picture_bytes)
    assert picture.renditions.count() == 3
    kinds = [(picture.file, "image/png", b"\x89PNG")]
    kinds += [(each.file, "image/webp", b"RIFF") for each in picture.renditions.all()]
    for file, content_type, beginning in kinds:
        assert file.url.startswith("/media/")
        response = client.get(file.url)
        assert body(response).startswith(beginning)
        assert response["Cache-Control"] == "public, max-age=3600, immutable"
        assert response["Content-Type"] == content_type


def test_two_nodes_share_the_bucket_alone(
    client: Client, bucket: Any, settings: Any, tmp_path: Any, picture_bytes: bytes
) -> None:
    picture = make_picture(picture_bytes)
    address, default = picture.renditions.first().file.url, default_storage._wrapped
    settings.MEDIA_ROOT = tmp_path / "another"
    settings.STORAGES = {**settings.STORAGES}  # as in a process that has just begun
    assert body(client.get(address)).startswith(b"RIFF")
    assert default_storage._wrapped is not default
    assert not (tmp_path / "another").exists()


@pytest.fixture
def signed(bucket: Any, settings: Any) -> Any:
    settings.FILES_DELIVERY, settings.FILES_SIGNED_SECONDS = "signed", 60
    return bucket


def follow(response: Any, method: str = "GET", **headers: str) -> Any:
    return urllib.request.urlopen(
        urllib.request.Request(response["Location"], headers=headers, method=method)
    )


def test_a_public_file_leaves_by_a_signed_address(client: Client, signed: Any) -> None:
    document = ReportDocument.objects.create(title="É t é", file=ContentFile(CONTENT, "a.pdf"))
    response = client.get(document.url)
    assert response.status_code == 302
    assert response["Cache-Control"] == "public, max-age=30, must-revalidate"
    address = urlsplit(response["Location"])
    assert f"{address.scheme}://{address.netloc}" == signed.address
    query = parse_qs(address.query)
    assert query["X-Amz-Expires"] == ["60"]
    assert query["X-Amz-Algorithm"] == ["AWS4-HMAC-SHA256"]
    answer = follow(response)
    assert answer.read() == CONTENT
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == "inline; filename*=utf-8''%C3%89-t-%C3%A9.pdf"
    assert answer.headers["Cache-Control"] == "public, max-age=300"
    assert follow(response, Range="bytes=0-3").read() == b"%PDF"


def test_what_is_to_be_saved_is_saved_by_a_signed_address_too(client: Client, signed: Any) -> None:
    document = ReportDocument.objects.create(title="Faux", file=ContentFile(b"<html>", "a.pdf"))
    answer = follow(client.get(document.url))
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_a_head_is_answered_and_a_missing_file_is_absent(client: Client, signed: Any) -> None:
    document = ReportDocument.objects.create(title="Bilan", file=ContentFile(CONTENT, "a.pdf"))
    head = client.head(document.url)
    assert (head.status_code, head["Content-Length"]) == (200, str(SIZE))
    default_storage.delete(document.file.name)
    assert client.get(document.url).status_code == 404


@pytest.mark.parametrize("delivery", ["served", "signed"])
def test_a_private_file_has_no_signed_address(
    client: Client, bucket: Any, settings: Any, delivery: str, picture_bytes: bytes
) -> None:
    settings.FILES_DELIVERY = delivery
    document = ReportDocument.objects.create(title="Note", file=ContentFile(b"texte", "a.txt"))
    picture = make_picture(picture_bytes)
    for record in (document, picture):
        hide(record)
    addresses = [document.url, picture.file.url, picture.renditions.first().file.url]
    assert {client.get(address).status_code for address in addresses} == {404}
    client.force_login(User.objects.create_superuser("editor"))
    for address in addresses:
        response = client.get(address)
        assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")
        assert "Location" not in response
        assert body(response)


def test_the_bucket_is_private(bucket: Any, settings: Any) -> None:
    name = default_storage.save("documents/a.txt", io.BytesIO(b"secret"))
    grants = default_storage.client.get_object_acl(**default_storage.key(name))["Grants"]
    assert [grant["Grantee"]["Type"] for grant in grants] == ["CanonicalUser"]
    assert default_storage.key(name)["Key"] == "bilan/media/documents/a.txt"


def test_pages_may_show_pictures_of_the_endpoint_only_if_they_come_from_there(
    client: Client, settings: Any
) -> None:
    settings.S3_ENDPOINT_URL = "https://s3.example.org/"
    pages = ["/", "/admin/login/", "/graphiql/"]
    for page in pages:
        assert "s3.example.org" not in client.get(page)["Content-Security-Policy"]
    settings.FILES_DELIVERY = "signed"
    for page in pages:
        policy = client.get(page)["Content-Security-Policy"]
        parts = dict(part.strip().split(" ", 1) for part in policy.split(";"))
        assert [name for name, value in parts.items() if "s3.example.org" in value] == ["img-src"]
        assert parts["img-src"].split()[-1] == "https://s3.example.org"


def test_a_review_link_shows_no_private_picture(
    client: Client, bucket: Any, settings: Any, picture_bytes: bytes, publish: Any
) -> None:
    """So that nothing is left to be seen when the link ends."""
    settings.FILES_DELIVERY = "signed"
    picture, secret = (make_picture(picture_bytes) for _ in range(2))
    hide(secret)
    pictures = [
        block(number, "picture", {"picture": each.pk, "alt": "Une image", "caption": "Légende"})
        for number, each in enumerate((picture, secret), 1)
    ]
    report = publish(2024, pictures)
    report.save_revision()
    link = links.make_review(User.objects.create_superuser("author"), report, days=1, note="")
    page = client.get(f"/relecture/{links.build_token(link)}/")
    assert page.status_code == 200
    text = page.content.decode()
    shown, hidden = (PurePath(each.file.name).stem for each in (picture, secret))
    assert shown[:30] in text
    assert hidden[:30] not in text
    assert "X-Amz-" not in text
    assert client.get(secret.file.url).status_code == 404


@pytest.mark.parametrize(("origins", "varies"), [([], None), (["https://front.example"], "origin")])
def test_a_public_picture_is_the_same_for_everybody(
    client: Client,
    storage: str,
    picture_bytes: bytes,
    settings: Any,
    origins: list[str],
    varies: str | None,
) -> None:
    settings.CORS_ALLOW_ALL_ORIGINS = not origins
    settings.CORS_ALLOWED_ORIGINS = origins
    picture = make_picture(picture_bytes)
    headers = {"Origin": "https://front.example", "Accept-Language": "en"}

    response = client.get(picture.file.url, headers=headers)

    assert response.status_code == 200
    assert response.get("Vary") == varies
    hide(picture)
    assert client.get(picture.file.url, headers=headers).get("Vary") != varies
