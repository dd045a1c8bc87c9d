"""Calls the bucket: translates its errors, and fails at once while it does not answer."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from boto3.exceptions import Boto3Error
from botocore.exceptions import BotoCoreError, ClientError

from reports.content.storage.breaker import Breaker
from reports.content.storage.stored_file import StorageUnavailable

REFUSAL_SECONDS, PROBE_SECONDS = 2, 60
ABSENT = ("404", "NoSuchKey")

breaker = Breaker(
    REFUSAL_SECONDS, PROBE_SECONDS
)  # of the process: Wagtail makes a storage anew for each deletion


@contextmanager
def reach_bucket() -> Iterator[None]:
    """Raise StorageUnavailable or FileNotFoundError for whatever the client library raises."""
    breaker.check()
    try:
        yield
    except ClientError as error:
        if error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0) >= 500:
            breaker.trip()
        else:
            breaker.reset()
        code = error.response.get("Error", {}).get("Code", "")
        if code in ABSENT:
            raise FileNotFoundError("There is no such file in the bucket.") from error
        message = f"the bucket refused {error.operation_name}: {code}"
        raise StorageUnavailable(message) from error
    except (BotoCoreError, Boto3Error, OSError) as error:
        breaker.trip()
        raise StorageUnavailable(f"the bucket does not answer: {type(error).__name__}") from error
    except BaseException:  # the caller's own: the next one will find out
        breaker.reset()
        raise
    breaker.reset()


class ObjectBody:
    """The body of an object in the bucket; errors of reading are raised as StorageUnavailable."""

    def __init__(self, body: Any) -> None:
        self.body = body

    def read(self, size: int) -> bytes:
        with reach_bucket():
            content: bytes = self.body.read(size)
        return content

    def close(self) -> None:
        self.body.close()
