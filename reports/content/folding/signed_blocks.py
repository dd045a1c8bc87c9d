"""Signs blocks that the server has made for a form, and reads them back when they are posted.

Such a block has one field instead of many; the signature proves that it was not changed.
"""

import json
from typing import Any

from django.core.signing import Signer
from django.utils.crypto import constant_time_compare

from reports.content.folding.stored_blocks import Raw

SIGNER = Signer(salt="reports.folding.signed_blocks")


def sign_block(raw: Raw) -> str:
    """Return the text that stands for a block in a form: its signature, then its JSON."""
    text = json.dumps(raw, ensure_ascii=False, separators=(",", ":"))
    return f"{SIGNER.signature(text)} {text}"


def read_signed_block(signed: str) -> Raw | None:
    """Return the block that a text stands for, or None where we did not write that text."""
    signature, _, text = signed.partition(" ")
    if not constant_time_compare(signature, SIGNER.signature(text)):
        return None
    raw: Any = json.loads(text)
    return raw if isinstance(raw, dict) else None
