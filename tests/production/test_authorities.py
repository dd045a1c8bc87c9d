"""PostgreSQL and Redis with certificates of a private authority, which one variable names."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cms.operations.test_production import GOOD, start
from tests.https_server import write_authority
from tests.production.servers import Postgres, Server, find_port

pytestmark = pytest.mark.production

ASK = """
import django
django.setup()
from cms.operations import readiness
print(*(readiness.run_check(n, {**readiness.ESSENTIAL, **readiness.OTHER}[n]) for n in NAMES))
""".replace("NAMES", '("database", "cache")')


@pytest.fixture
def services(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Both, by their addresses, and the file of their authority."""
    authority, key = write_authority(tmp_path)
    postgres, port = Postgres(), find_port()
    postgres.encrypt(authority, key)
    words = ("--port", 0, "--tls-port", port, "--tls-cert-file", authority, "--tls-key-file", key)
    more = ("--tls-auth-clients", "no", "--save", "", "--bind", "127.0.0.1")
    redis = Server(tmp_path, shutil.which("redis-server"), *words, *more, port=port)
    postgres.start()
    try:
        redis.start()
        database = postgres.create("bilan").replace("127.0.0.1", "localhost")
        yield {
            "DATABASE_URL": f"{database}?sslmode=verify-full",
            "CACHE_URL": f"rediss://localhost:{port}/0",
            "CA_BUNDLE": str(authority),
        }
    finally:
        redis.stop()
        postgres.stop()
        postgres.remove()


def test_both_are_asked_by_their_authority_alone(services: dict[str, str]) -> None:
    run = start("-c", ASK, **{**GOOD, **services})
    assert run.stdout.split() == ["ok", "ok"], run.stderr
    run = start("-c", ASK, **{**GOOD, **services, "CA_BUNDLE": ""})
    assert run.stdout.split() == ["failing", "failing"], run.stderr
