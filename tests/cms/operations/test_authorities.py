"""One variable names the authority that signs certificates within; without it none is trusted."""

import json
import ssl
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
import requests

from cms.operations import mail
from reports.accounts.provider_requests import request_provider
from reports.content.storage.bucket import BucketStorage
from reports.content.storage.bucket_access import breaker
from reports.content.storage.stored_file import StorageUnavailable
from reports.publishing import outbox
from tests.cms.operations.test_production import GOOD, start
from tests.https_server import HttpsServer, write_authority
from tests.smtp_server import serve_mail


@pytest.fixture
def server(tmp_path: Path) -> Iterator[HttpsServer]:
    server = HttpsServer(tmp_path)
    server.respond = list_nothing
    yield server
    server.stop()


def list_nothing(handler: BaseHTTPRequestHandler) -> None:
    """Answer as an empty bucket does."""
    body = b"<ListBucketResult/>"
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def test_the_provider_of_identities(server: HttpsServer, settings: Any) -> None:
    with pytest.raises(requests.exceptions.SSLError):
        request_provider("GET", server.address)
    settings.CA_BUNDLE = str(server.authority)
    assert request_provider("GET", server.address).status_code == 200


def test_the_bucket(server: HttpsServer, settings: Any) -> None:
    settings.S3_BUCKET, settings.S3_REGION, settings.S3_RETRIES = "bilan", "us-east-1", 0
    settings.S3_ENDPOINT_URL = server.address.partition("/hook")[0]
    settings.S3_ACCESS_KEY_ID, settings.S3_SECRET_ACCESS_KEY = "key", "secret"
    with pytest.raises(StorageUnavailable, match="SSLError"):
        BucketStorage().probe()
    breaker.reset()
    settings.CA_BUNDLE = str(server.authority)
    BucketStorage().probe()


def test_the_mail_server(tmp_path: Path, settings: Any) -> None:
    authority, key = write_authority(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(authority, key)
    settings.EMAIL_HOST, settings.EMAIL_USE_TLS, settings.EMAIL_USE_SSL = "localhost", False, True
    with serve_mail(context) as server:
        settings.EMAIL_PORT = server.port
        with pytest.raises(outbox.ChannelDown) as refusal, mail.connect():
            pass
        assert isinstance(refusal.value.__cause__, ssl.SSLCertVerificationError)
        settings.CA_BUNDLE = str(authority)
        with mail.connect() as connection:
            assert connection.noop()[0] == 250


SHOW = """
import json
from django.conf import settings as s
options = s.DATABASES["default"]["OPTIONS"]
cache = s.CACHES["answers"]["LOCATION"]
print(json.dumps([s.WEBHOOK_CA_FILE, options.get("sslrootcert"), cache]))
"""


@pytest.mark.parametrize("cache", ["rediss://redis.example/0", "rediss://redis.example/0?a=b"])
def test_what_settings_make_of_it(tmp_path: Path, cache: str) -> None:
    """A variable of one service alone comes before it."""
    bundle, other = write_authority(tmp_path)[0], tmp_path / "other.pem"
    other.write_bytes(bundle.read_bytes())
    variables = {
        **GOOD,
        "DATABASE_URL": "postgres://bilan@db.example/bilan?sslmode=verify-full",
        "CACHE_URL": cache,
        "CA_BUNDLE": str(bundle),
    }
    joint = "&" if "?" in cache else "?"
    with_bundle = f"{cache}{joint}ssl_ca_certs={bundle}"
    assert read(variables) == [str(bundle), str(bundle), with_bundle]
    assert read({**variables, "CA_BUNDLE": ""}) == ["", None, cache]
    variables["DATABASE_URL"] += f"&sslrootcert={other}"
    variables["WEBHOOK_CA_FILE"] = str(other)
    assert read(variables) == [str(other), str(other), with_bundle]


def read(variables: dict[str, str]) -> Any:
    run = start("-c", SHOW, **variables)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)
