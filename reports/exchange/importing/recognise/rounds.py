"""Names the round of each table of awards after its caption, or else after the heading above."""

import re
from collections.abc import Sequence

from reports.core.figures.locale import current_locale
from reports.core.figures.stated_unit import find_stated_unit
from reports.exchange.importing.draft import Draft, Named
from reports.exchange.importing.recognise.captions import END_UNIT, NUMBERED, is_unit

PREFIX = re.compile(r"^(?:les )?(?:lauréats?|promotion|promo)(?: d[eu]s?)?\s+", re.IGNORECASE)


def name_rounds(drafts: Sequence[Draft]) -> None:
    """Set the round of each table of awards. Captions must be in their tables already."""
    heading = ""
    for draft in drafts:
        if draft.kind == "heading":
            heading = str(draft.value["text"])
        elif draft.kind == "funding_table" and not draft.is_commented:
            name = read_caption(str(draft.value["caption"])) or PREFIX.sub("", heading)
            if name:
                named = Named("funding_round", name[:1].upper() + name[1:], line=draft.line)
                draft.value["funding_round"] = named


def read_caption(caption: str) -> str:
    """Return the words of a caption without its number and the unit of the amounts."""
    number = NUMBERED.match(caption)
    words = caption[number.end() :] if number else caption
    if find_stated_unit(words, current_locale()):
        words = END_UNIT.sub("", words)
        words = "" if is_unit(words) else words
    return PREFIX.sub("", words.strip(" :.–—-"))
