"""While the storage of files is gone, everything that needs none of them goes on."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.request import Request, urlopen

import boto3
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import UploadedFile

from reports.content.charts import drawing, process
from reports.content.media import file_faults
from reports.content.models import Picture, ReportDocument, User
from reports.content.storage.bucket_access import breaker
from reports.content.storage.stored_file import StorageUnavailable
from tests.reports_graphql.bodies import block, row, table
from tests.reports_graphql.conftest import index, publish
from tests.reports_graphql.http.conftest import keeping

__all__ = ["index", "keeping", "publish"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bucket")]

UNSTORED = "Le stockage des fichiers ne répond pas"
READER = {
    "Version": "2012-10-17",
    "Statement": {
        "Effect": "Allow",
        "Action": ["s3:GetObject", "s3:HeadObject", "s3:ListBucket", "s3:DeleteObject"],
        "Resource": "*",
    },
}


@pytest.fixture
def chart() -> list[Any]:
    data = table(10, ["Année", "Services"], row(1, "2023", "59"), row(2, "2024", "60"))
    return [block(1, "chart", {"title": "Lancés", "kind": "column", "data": data, "unit": "s"})]


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("editor"))
    return client


def restart(bucket: Any) -> None:
    bucket.start()
    breaker.reset()


@pytest.mark.usefixtures("keeping")
def test_an_answer_is_without_its_drawing_and_nobody_keeps_it(
    client: Client, bucket: Any, publish: Any, chart: Any
) -> None:
    publish(2024, chart)
    query = {"query": "{ report(year: 2024) { title body { ... on ChartBlock { title svg } } } }"}
    bucket.stop()
    for _ in range(2):
        answer = client.get("/graphql/", query)
        assert answer.status_code == 200
        report = answer.json()["data"]["report"]
        assert (report["title"], report["body"]) == (
            "Bilan 2024",
            [{"title": "Lancés", "svg": None}],
        )
        assert answer["Cache-Control"] == "no-store"
        assert "ETag" not in answer
    restart(bucket)
    answer = client.get("/graphql/", query)
    assert answer.json()["data"]["report"]["body"][0]["svg"].startswith("<svg")
    assert answer["Cache-Control"].startswith("public, max-age=")
    bucket.stop()
    assert client.get("/graphql/", query).content == answer.content  # that one is kept


@pytest.mark.usefixtures("keeping")
def test_a_page_is_without_its_drawing_and_nobody_keeps_it(
    client: Client, bucket: Any, publish: Any, chart: Any
) -> None:
    publish(2024, chart)
    bucket.stop()
    for headers in ({}, {"Accept-Encoding": "gzip"}):
        page = client.get("/bilan/2024/", headers=headers)
        assert page.status_code == 200
        assert re.search(r"<td\b[^>]*>(?:<span\b[^>]*>|\s)*59\b", page.content.decode())
        assert page["Cache-Control"] == "no-store"
    restart(bucket)
    page = client.get("/bilan/2024/")
    assert page["Cache-Control"].startswith("public, max-age=")
    assert 'viewBox="' in page.content.decode()


def test_a_drawing_that_cannot_be_stored_is_not_drawn_again_at_once(
    client: Client, publish: Any, chart: Any, monkeypatch: Any
) -> None:
    drawn: list[Any] = []
    draw = process.draw_in_process

    def count(*given: Any) -> Any:
        drawn.append(given)
        return draw(*given)

    def refuse(*given: Any) -> str:
        raise StorageUnavailable("for a test")

    monkeypatch.setattr(process, "draw_in_process", count)
    monkeypatch.setattr(type(default_storage._wrapped), "_save", refuse)
    publish(2024, chart)
    query = {"query": "{ report(year: 2024) { body { ... on ChartBlock { svg } } } }"}
    for _ in range(3):
        assert client.get("/graphql/", query).json()["data"]["report"]["body"] == [{"svg": None}]
    assert len(drawn) == 1
    drawing._unstored.clear()


@pytest.mark.parametrize("delivery", ["served", "signed"])
def test_a_file_is_unavailable_for_the_moment(
    client: Client, bucket: Any, settings: Any, picture_bytes: bytes, delivery: str
) -> None:
    settings.FILES_DELIVERY = delivery
    document = ReportDocument.objects.create(title="Note", file=ContentFile(b"texte", "a.txt"))
    picture = Picture.objects.create(title="Image", file=ContentFile(picture_bytes, "a.png"))
    etag = client.head(document.url)["ETag"]
    bucket.stop()
    for address in (document.url, picture.file.url, picture.renditions.first().file.url):
        for method in ("GET", "HEAD"):
            for headers in ({}, {"Range": "bytes=0-3"}):
                answer = client.generic(method, address, headers=headers)
                assert answer.status_code == 503
                assert (answer["Retry-After"], answer["Cache-Control"]) == ("30", "no-store")
                assert "127.0.0.1" not in answer.content.decode()
    assert client.get(document.url, headers={"If-None-Match": etag}).status_code == 304
    restart(bucket)
    assert client.get(document.url).status_code in (200, 302)


def add_picture(client: Client, name: str, picture_bytes: bytes) -> Any:
    file = SimpleUploadedFile("a.png", picture_bytes)
    if name.endswith("multiple"):
        return client.post(reverse(name), {"title": "A", "files[]": file, "collection": "1"})
    return client.post(reverse(name), {"title": "A", "file": file, "collection": "1", "tags": ""})


def add_document(client: Client, name: str, content: bytes) -> Any:
    file = SimpleUploadedFile("a.txt", b"texte")
    if name.endswith("multiple"):
        return client.post(reverse(name), {"title": "A", "files[]": file, "collection": "1"})
    return client.post(reverse(name), {"title": "A", "file": file, "collection": "1", "tags": ""})


WAYS = [
    (add_picture, "wagtailimages:add", Picture),
    (add_picture, "wagtailimages:add_multiple", Picture),
    (add_document, "wagtaildocs:add", ReportDocument),
    (add_document, "wagtaildocs:add_multiple", ReportDocument),
]


@pytest.mark.parametrize(("add", "name", "model"), WAYS, ids=[way[1] for way in WAYS])
def test_an_upload_is_refused_with_a_sentence_and_leaves_nothing(
    editor: Client, bucket: Any, picture_bytes: bytes, add: Any, name: str, model: Any
) -> None:
    bucket.stop()
    answer = add(editor, name, picture_bytes)
    assert answer.status_code == 200
    text = answer.content.decode()
    if name.endswith("multiple"):
        assert answer.json()["success"] is False
        text = answer.json()["error_message"]
    assert UNSTORED in text
    assert not model.objects.exists()
    assert not UploadedFile.objects.exists()
    restart(bucket)
    assert list_objects() == []
    assert add(editor, name, picture_bytes).status_code in (200, 302)
    assert model.objects.count() == 1
    assert list_objects()


def test_a_file_that_cannot_be_replaced_stays(
    editor: Client, bucket: Any, picture_bytes: bytes
) -> None:
    picture = Picture.objects.create(title="Avant", file=ContentFile(picture_bytes, "a.png"))
    before, data = picture.file.name, {"title": "Après", "collection": "1", "tags": ""}
    address = reverse("wagtailimages:edit", args=(picture.pk,))
    bucket.stop()
    answer = editor.post(address, {**data, "file": SimpleUploadedFile("b.png", picture_bytes)})
    assert UNSTORED in answer.content.decode()
    picture = Picture.objects.get()
    assert (picture.title, picture.file.name) == ("Avant", before)
    assert picture.renditions.count() == 3
    assert editor.post(address, data).status_code == 302  # all else can be saved
    assert Picture.objects.get().title == "Après"


def test_a_row_goes_without_its_files_which_are_found_afterwards(
    bucket: Any,
    picture_bytes: bytes,
    monkeypatch: Any,
    django_capture_on_commit_callbacks: Any,
    caplog: Any,
) -> None:
    picture = Picture.objects.create(title="Image", file=ContentFile(picture_bytes, "a.png"))
    files = list_objects()
    assert len(files) == 4
    bucket.stop()
    with django_capture_on_commit_callbacks(execute=True):
        picture.delete()
    assert not Picture.objects.exists()
    assert {record.levelname for record in caplog.records} == {"WARNING"}  # no task has failed
    restart(bucket)
    call_command("check_media")  # younger than an hour: their rows may be on their way
    monkeypatch.setattr(file_faults, "MIN_FILE_AGE", file_faults.MIN_FILE_AGE * 0)
    with pytest.raises(CommandError, match=r"^4 anomalie\(s\), 0 réparée\(s\)\.$"):
        call_command("check_media")
    assert list_objects() == files
    call_command("check_media", repair=True)
    assert list_objects() == []


def test_a_picture_is_saved_without_renditions_which_are_made_afterwards(
    editor: Client, bucket: Any, picture_bytes: bytes, monkeypatch: Any
) -> None:
    save = type(default_storage._wrapped)._save

    def stop_after_the_original(self: Any, name: str, content: Any) -> str:
        stored = save(self, name, content)
        if name.startswith("original_images/"):
            bucket.stop()
        return str(stored)

    with monkeypatch.context() as patch:
        patch.setattr(type(default_storage._wrapped), "_save", stop_after_the_original)
        assert add_picture(editor, "wagtailimages:add", picture_bytes).status_code == 302
    picture = Picture.objects.get()
    assert picture.renditions.count() == 0
    assert (picture.width, picture.height) == (40, 30)
    restart(bucket)
    with pytest.raises(CommandError, match="1 anomalie"):
        call_command("check_media")
    call_command("check_media", repair=True)
    assert picture.renditions.count() == 3
    call_command("check_media")


def test_the_command_says_that_the_storage_is_gone(bucket: Any) -> None:
    ReportDocument.objects.create(title="Note", file=ContentFile(b"texte", "a.txt"))
    bucket.stop()
    with pytest.raises(CommandError, match="Le stockage des fichiers ne répond pas"):
        call_command("check_media", repair=True)


@pytest.fixture
def read_only(bucket: Any, settings: Any) -> Iterator[None]:
    """An account that may read the bucket alone; the storage asks for a signature."""
    options = {"aws_access_key_id": "key", "aws_secret_access_key": "secret"}
    accounts = boto3.client("iam", "us-east-1", endpoint_url=bucket.address, **options)
    name = settings.S3_BUCKET
    accounts.create_user(UserName=name)
    accounts.put_user_policy(UserName=name, PolicyName="a", PolicyDocument=json.dumps(READER))
    key = accounts.create_access_key(UserName=name)["AccessKey"]
    settings.S3_ACCESS_KEY_ID = key["AccessKeyId"]
    settings.S3_SECRET_ACCESS_KEY = key["SecretAccessKey"]
    settings.STORAGES = {**settings.STORAGES}
    demand_signatures(bucket, "0")
    yield
    demand_signatures(bucket, "inf")


def demand_signatures(bucket: Any, after: str) -> None:
    address = f"{bucket.address}/moto-api/reset-auth"
    urlopen(Request(address, after.encode(), {"Content-Type": "text/plain"}, method="POST")).close()


def test_a_bucket_that_refuses_to_be_written_to(
    editor: Client, bucket: Any, settings: Any, picture_bytes: bytes, request: Any, caplog: Any
) -> None:
    document = ReportDocument.objects.create(title="Note", file=ContentFile(b"texte", "a.txt"))
    files = list_objects()
    request.getfixturevalue("read_only")
    assert editor.get(document.url).status_code == 200
    answer = add_picture(editor, "wagtailimages:add", picture_bytes)
    assert UNSTORED in answer.content.decode()
    assert "the bucket refused PutObject: AccessDenied" in caplog.text
    assert settings.S3_SECRET_ACCESS_KEY not in caplog.text
    assert not Picture.objects.exists()
    assert list_objects() == files


def test_a_bucket_that_does_not_know_the_key(
    client: Client, bucket: Any, settings: Any, request: Any
) -> None:
    document = ReportDocument.objects.create(title="Note", file=ContentFile(b"texte", "a.txt"))
    request.getfixturevalue("read_only")
    settings.S3_ACCESS_KEY_ID = "unknown"
    settings.STORAGES = {**settings.STORAGES}
    assert client.get(document.url).status_code == 503


def list_objects() -> list[str]:
    names: list[str] = []
    for folder in file_faults.MODELS:
        names += [file.name for file in default_storage.list_files(folder)]  # type: ignore[attr-defined]
    return names
