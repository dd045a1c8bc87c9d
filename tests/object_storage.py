"""An object storage on loopback, which can be stopped and started again."""

import itertools
import logging
from typing import Any

from moto.server import ThreadedMotoServer

BACKEND = "reports.content.storage.bucket.BucketStorage"


class ObjectStorage:
    """A server that speaks the protocol of S3. What it stores stays while it is stopped."""

    def __init__(self) -> None:
        logging.getLogger("werkzeug").setLevel(logging.ERROR)  # one line for each request
        self.numbers = itertools.count(1)
        self.server: Any = None
        self.port = 0
        self.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        if self.server is None:
            self.server = ThreadedMotoServer("127.0.0.1", self.port, verbose=False)
            self.server.start()
            _, self.port = self.server.get_host_and_port()

    def stop(self) -> None:
        if self.server is not None:
            self.server.stop()
            self.server = None

    def configure(self, settings: Any) -> None:
        """Put Bilan's files into a bucket of this storage that does not exist yet."""
        settings.S3_BUCKET = f"bilan-{next(self.numbers)}"
        settings.S3_ENDPOINT_URL = self.address
        settings.S3_REGION = "us-east-1"
        settings.S3_ACCESS_KEY_ID, settings.S3_SECRET_ACCESS_KEY = "key", "secret"
        settings.S3_PREFIX = "bilan/media"
        settings.S3_CONNECT_SECONDS, settings.S3_READ_SECONDS, settings.S3_RETRIES = 30, 30, 0
        settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": BACKEND}}
