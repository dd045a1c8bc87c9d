"""Signs messages as Standard Webhooks specifies (https://www.standardwebhooks.com), scheme `v1`."""

import base64
import hashlib
import hmac
from collections.abc import Iterable

PREFIX = "whsec_"


def sign(secrets: Iterable[str], message_id: str, timestamp: int, body: bytes) -> str:
    """Return the value of `webhook-signature`: one signature for each key, separated by spaces.

    A key is `whsec_` followed by base64. The signed text is `id.timestamp.body`.
    """
    signed = f"{message_id}.{timestamp}.".encode() + body
    return " ".join(f"v1,{compute_signature(secret, signed)}" for secret in secrets)


def compute_signature(secret: str, signed: bytes) -> str:
    key = base64.b64decode(secret.removeprefix(PREFIX))
    return base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode()
