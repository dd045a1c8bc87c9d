from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reports.publishing.models import Webhook
from tests.https_server import HttpsServer


@pytest.fixture
def receiver(tmp_path: Path, settings: Any) -> Iterator[HttpsServer]:
    """A receiver that the settings allow."""
    server = HttpsServer(tmp_path)
    settings.WEBHOOK_ALLOWED_NETWORKS = ["127.0.0.1/32", "::1/128"]
    settings.WEBHOOK_CA_FILE = str(server.authority)
    yield server
    server.stop()


@pytest.fixture
def webhook(db: None, receiver: HttpsServer) -> Webhook:
    return Webhook.objects.create(name="Site", address=receiver.address)
