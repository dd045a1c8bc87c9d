"""Writes the comment before a block: JSON, escaped so that it cannot end the comment."""

import json
import re
from typing import Any

STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
UNSAFE = re.compile('--+|[<>{}\x7f-\x9f\u2028\u2029]|-(?=")')


def write_comment(data: dict[str, Any]) -> str:
    """Return the comment that contains `data`, on one line."""
    text = json.dumps(data, ensure_ascii=False, separators=(", ", ": "))
    return f"<!-- bilan: {STRING.sub(lambda match: UNSAFE.sub(escape_signs, match[0]), text)} -->"


def escape_signs(match: re.Match[str]) -> str:
    return "".join(f"\\u{ord(sign):04x}" for sign in match[0])
