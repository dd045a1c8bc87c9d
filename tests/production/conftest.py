import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.production.cluster import Cluster, list_missing_programs
from tests.smtp_server import MailServer, serve_mail


@pytest.fixture(scope="session")
def mail_server() -> Iterator[MailServer]:
    with serve_mail() as server:
        yield server


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory, mail_server: MailServer) -> Iterator[Cluster]:
    """Two nodes behind nginx: skipped where a program is missing, demanded in CI."""
    if missing := list_missing_programs():
        message = f"this machine lacks {', '.join(missing)}"
        pytest.fail(message) if os.environ.get("CI") == "true" else pytest.skip(message)
    folder: Path = tmp_path_factory.mktemp("cluster")
    cluster = Cluster(folder, mail_server.port)
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.stop()
