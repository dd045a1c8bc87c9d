"""Each contradiction of the storage's settings is one sentence that names its variable."""

import runpy
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from cms.operations import deployment
from cms.operations.storage_checks import check_storage
from cms.settings import storage

from .test_production import GOOD, start

KEYS = {"S3_ACCESS_KEY_ID": "AKIA-secret", "S3_SECRET_ACCESS_KEY": "secret"}
BUCKET = {"S3_BUCKET": "bilan", "S3_ENDPOINT_URL": "https://s3.secret.example", **KEYS}


@pytest.mark.parametrize(
    "good",
    [
        {},
        {"S3_BUCKET": "bilan"},
        BUCKET,
        {**BUCKET, "S3_PREFIX": "media", "S3_REGION": "fr-par", "FILES_DELIVERY": "signed"},
    ],
)
def test_what_fits(settings: Any, good: dict[str, str]) -> None:
    assert list_messages(settings, good) == []


@pytest.mark.parametrize(
    ("wrong", "id", "named"),
    [
        ({"S3_ENDPOINT_URL": "https://s3.secret.example"}, "cms.E020", "S3_ENDPOINT_URL"),
        ({"S3_REGION": "secret"}, "cms.E020", "S3_REGION"),
        ({"S3_PREFIX": "secret"}, "cms.E020", "S3_PREFIX"),
        ({"FILES_DELIVERY": "signed"}, "cms.E021", "FILES_DELIVERY"),
        ({"S3_BUCKET": "secret", "FILES_DELIVERY": "signed"}, "cms.E022", "S3_ENDPOINT_URL"),
        ({**BUCKET, "S3_ACCESS_KEY_ID": ""}, "cms.E023", "S3_ACCESS_KEY_ID is not set"),
        ({**BUCKET, "S3_SECRET_ACCESS_KEY": ""}, "cms.E023", "S3_SECRET_ACCESS_KEY is not set"),
        ({**BUCKET, "S3_ENDPOINT_URL": "https://a/secret"}, "cms.E024", "S3_ENDPOINT_URL"),
        ({**BUCKET, "S3_ENDPOINT_URL": "https://u:secret@a"}, "cms.E024", "S3_ENDPOINT_URL"),
        ({**BUCKET, "S3_ENDPOINT_URL": "https://"}, "cms.E024", "S3_ENDPOINT_URL"),
        ({**BUCKET, "S3_ENDPOINT_URL": "http://secret"}, "cms.W020", "S3_ENDPOINT_URL"),
    ],
)
def test_a_contradiction(settings: Any, wrong: dict[str, str], id: str, named: str) -> None:
    settings.DEMO_ACCOUNTS_ALLOWED = False
    (message,) = list_messages(settings, wrong)
    assert message.id == id
    assert named in message.msg
    assert "secret" not in message.msg
    assert message.msg.count(".") == 1
    assert message.msg.endswith(".")


def test_keys_without_a_bucket_are_both_named(settings: Any) -> None:
    messages = list_messages(settings, KEYS)
    assert [message.msg.split()[0] for message in messages] == list(KEYS)


def list_messages(settings: Any, variables: dict[str, str]) -> Any:
    for name, value in variables.items():
        setattr(settings, name, value)
    return check_storage()


def test_the_command_and_the_log_of_a_server_say_it() -> None:
    assert check_storage in deployment.CHECKS
    run = start(**GOOD, S3_REGION="fr-par", FILES_DELIVERY="signed")
    assert run.returncode != 0
    assert "S3_REGION is set, but S3_BUCKET is not" in run.stderr
    assert "FILES_DELIVERY=signed needs S3_BUCKET." in run.stderr


@pytest.mark.parametrize("settings_module", ["cms.settings.production", "cms.settings.dev"])
def test_both_settings_take_the_bucket(settings_module: str) -> None:
    show = (
        "import django; django.setup();"
        "from django.conf import settings as s;"
        "from django.core.files.storage import storages as t;"
        "d = t['default'];"
        "print(type(d).__name__, d.bucket_name, d.location, d.endpoint_url, d.access_key,"
        " d.default_acl, d.file_overwrite, d.querystring_auth, d.client_config.connect_timeout,"
        " d.client_config.read_timeout, s.STORAGES['staticfiles']['BACKEND'].split('.')[-1])"
    )
    run = start(
        "-c",
        show,
        **{**GOOD, **BUCKET, "DJANGO_SETTINGS_MODULE": settings_module},
        S3_PREFIX="a/b",
        S3_READ_SECONDS="9",
    )
    static = "StaticStorage" if "production" in settings_module else "StaticFilesStorage"
    expected = "BucketStorage bilan a/b https://s3.secret.example AKIA-secret None False True 2 9"
    assert run.stdout.split() == [*expected.split(), static], run.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("S3_BUCKET", "s3://bilan"),
        ("S3_BUCKET", "bilan/media"),
        ("S3_PREFIX", "/files"),
        ("S3_PREFIX", "files/"),
        ("S3_PREFIX", "a/../b"),
        ("S3_ENDPOINT_URL", "s3.example.org"),
        ("S3_READ_SECONDS", "0"),
        ("FILES_DELIVERY", "direct"),
        ("FILES_SIGNED_SECONDS", "86400"),
    ],
)
def test_a_wrong_value_stops_the_start(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured) as refusal:
        runpy.run_path(str(storage.__file__))
    assert str(refusal.value).startswith(f"The environment variable {name} is ")
    assert value not in str(refusal.value)
