"""Normalises rich text, so that two texts that look the same to readers become equal.

Exports and imports compare rich text in this form.
"""

import re
from functools import lru_cache

from reports.core.text.rich_text import CACHE_SIZE, sanitise_html

SPACE = re.compile(r"[ \t\r\n\f]+")
EDGE = re.compile(
    r" ?(</?(?:p|li|ul|ol|table|caption|thead|tbody|tfoot|tr|td|th|dd|dl|dt|blockquote|pre)\b"
    r"[^<>]*>) ?"
)
NAMES = re.compile(r"<(/?)(strong|em|del)\b")
EDITOR_NAMES = {"strong": "b", "em": "i", "del": "s"}
PREFORMATTED = "<pre"


@lru_cache(CACHE_SIZE)
def normalize_html(html: str) -> str:
    """Return sanitised HTML in the names of the editor, without white space that says nothing."""
    html = NAMES.sub(lambda match: f"<{match[1]}{EDITOR_NAMES[match[2]]}", sanitise_html(html))
    if PREFORMATTED in html:
        return html.strip()
    return EDGE.sub(r"\1", SPACE.sub(" ", html)).strip(" ")
