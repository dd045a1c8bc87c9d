import re
from typing import NamedTuple

from reports.figures.reading import EXPRESSION, RANGE, RATIO


class Phrase(NamedTuple):
    before: str
    expression: str
    after: str


YEAR = re.compile(r"(?:19|20)\d\d$")


def split(text: str) -> Phrase:
    found = []
    for pattern in (RANGE, RATIO, EXPRESSION):
        for m in pattern.finditer(text):
            s = m.group().rstrip()
            if YEAR.match(s) or (m.start() and (text[m.start() - 1].isalnum() or text[m.start() - 1] in "°.,-/")):
                continue
            found.append((m.start(), -len(s), s))
            break
    if text.rstrip().endswith(("ND", "N/A")):
        s = "ND" if text.rstrip().endswith("ND") else "N/A"
        found.append((text.rindex(s), 0, s))
    if not found:
        return Phrase(text, "", "")
    start, _, s = min(found)
    return Phrase(text[:start], s, text[start + len(s):])
