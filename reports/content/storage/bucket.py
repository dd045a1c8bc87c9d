"""Stores files in a bucket of S3, or of an object storage with the same protocol."""

import threading
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import Any
from urllib.parse import urljoin

from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from django.conf import settings
from django.core.files.base import File
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage
from storages.utils import clean_name

from reports.content.storage.bucket_access import ObjectBody, reach_bucket
from reports.content.storage.kept_files import KeptFiles
from reports.content.storage.stored_file import FileStream, StoredFile

MAX_MEMORY_BYTES = 1 << 20  # bytes of a file that is read as a whole; beyond, it is on disk

_lock = threading.Lock()


class BucketStorage(KeptFiles, S3Storage):
    """A private bucket: only addresses that `sign` creates lead to its files."""

    def get_default_settings(self) -> dict[str, Any]:
        """Return what `cms/settings/storage.py` says; Django-storages' own settings are ignored."""
        return {
            **super().get_default_settings(),
            "bucket_name": settings.S3_BUCKET,
            "location": settings.S3_PREFIX,
            "endpoint_url": settings.S3_ENDPOINT_URL or None,
            "region_name": settings.S3_REGION or None,
            # Without them botocore looks where it always does: environment, files, the machine.
            "access_key": settings.S3_ACCESS_KEY_ID or None,
            "secret_key": settings.S3_SECRET_ACCESS_KEY or None,
            "security_token": None,
            "session_profile": None,
            "default_acl": None,
            "file_overwrite": False,
            "gzip": False,
            "verify": settings.CA_BUNDLE or None,
            "custom_domain": None,
            "cloudfront_key_id": None,
            "cloudfront_key": None,
            "object_parameters": {},
            "transfer_config": TransferConfig(use_threads=False),
            "client_config": Config(
                signature_version="s3v4",
                connect_timeout=settings.S3_CONNECT_SECONDS,
                read_timeout=settings.S3_READ_SECONDS,
                retries={"total_max_attempts": 1 + settings.S3_RETRIES, "mode": "standard"},
                # Not every object storage takes the checksums that Amazon's client adds by itself.
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
            ),
        }

    @property
    def connection(self) -> Any:
        """One client for all threads, which it allows: django-storages makes one for each."""
        with _lock:
            if getattr(self, "_shared", None) is None:
                self._shared = self._create_session().resource(
                    "s3",
                    region_name=self.region_name,
                    endpoint_url=self.endpoint_url,
                    verify=self.verify,
                    config=self.client_config,
                )
            return self._shared

    def key(self, name: str) -> dict[str, str]:
        return {"Bucket": self.bucket_name, "Key": self._normalize_name(clean_name(name))}

    @property
    def client(self) -> Any:
        return self.connection.meta.client

    def _open(self, name: str, mode: str = "rb") -> File:
        """Open a copy of the whole file. To send a file, use `open_stream`."""
        if mode != "rb":
            raise ValueError("Files in a bucket are opened to be read.")
        copy = SpooledTemporaryFile(max_size=MAX_MEMORY_BYTES)  # noqa: SIM115 - the caller closes it
        stream = self.open_stream(name)
        try:
            for chunk in stream:
                copy.write(chunk)
        finally:
            stream.close()
        copy.seek(0)
        file = File(copy, name)
        file.size = stream.size  # known after it is closed too
        return file

    def _save(self, name: str, content: Any) -> str:
        with reach_bucket():
            stored: str = super()._save(name, content)
        return stored

    def exists(self, name: str) -> bool:
        try:
            self.size(name)
        except FileNotFoundError:
            return False
        return True

    def size(self, name: str) -> int:
        with reach_bucket():
            return int(self.client.head_object(**self.key(name))["ContentLength"])

    def open_stream(self, name: str, start: int = 0, stop: int | None = None) -> FileStream:
        """Open the bytes from `start` to before `stop`. Raises FileNotFoundError."""
        part = {}
        if start or stop is not None:
            part = {"Range": f"bytes={start}-{'' if stop is None else stop - 1}"}
        with reach_bucket():
            answer = self.client.get_object(**self.key(name), **part)
        length = int(answer["ContentLength"])
        total = answer.get("ContentRange", "").rpartition("/")[2]
        size = int(total) if total.isdecimal() else length
        return FileStream(ObjectBody(answer["Body"]), size, length)

    def list_files(self, folder: str) -> Iterator[StoredFile]:
        """Yield the files below a folder; the bucket lists a thousand at a time."""
        prefix = f"{self._normalize_name(clean_name(folder))}/"
        paginator = self.client.get_paginator("list_objects_v2")
        pages = iter(paginator.paginate(Bucket=self.bucket_name, Prefix=prefix))
        while True:
            with reach_bucket():
                page = next(pages, None)
            if page is None:
                return
            for entry in page.get("Contents", ()):
                yield StoredFile(f"{folder}/{entry['Key'][len(prefix) :]}", entry["LastModified"])

    def probe(self) -> None:
        """List one file. Raises StorageUnavailable, also if there is no such bucket."""
        with reach_bucket():
            self.client.list_objects_v2(Bucket=self.bucket_name, MaxKeys=1)

    def remove(self, name: str) -> None:
        """Delete a file. Raises StorageUnavailable."""
        with reach_bucket():
            self.client.delete_object(**self.key(name))

    def url(self, name: str, *args: Any, **options: Any) -> str:
        """Return the address at Bilan, where the gate is."""
        return urljoin(settings.MEDIA_URL, filepath_to_uri(name) or "")

    def sign(self, name: str, seconds: int, headers: dict[str, str]) -> str:
        """Return an address in the bucket for some seconds, which answers with these headers."""
        asked = {f"Response{header.replace('-', '')}": value for header, value in headers.items()}
        with reach_bucket():
            address: str = self.client.generate_presigned_url(
                "get_object", Params={**self.key(name), **asked}, ExpiresIn=seconds
            )
        return address
