"""Finds the speaker of a quotation in the line below it: « — Une bergère »."""

import re
from collections.abc import Sequence

from reports.core.text.rich_text import plain
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.recognise.captions import cut, is_empty_paragraph
from reports.exchange.importing.recognise.prose import DASHES, MAX_NAME_CHARACTERS, QUOTED, is_name

MIN_NAME_CHARACTERS = 3
MAX_BARE_NAME_CHARACTERS = 60
# « Prénom Nom, médiatrice »
PERSON = re.compile(
    r"[A-ZÀ-Ý][\w’'-]+(?: (?:d[eu]s? |la |le )?[A-ZÀ-Ý][\w’'.-]*+){1,3}, "
    r"[^\W\dA-ZÀ-Ý][^.!?:;\d]{2,60}"
)
EMPHASIS = re.compile(r"</?(?:b|i|em|strong)>")


def join_attributions(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with the name below a quotation moved into it."""
    joined: list[Draft] = []
    for draft in drafts:
        quote = joined[-1] if joined else None
        if quote is not None and (html := find_attribution(quote, draft)):
            quote.value["attribution"] = plain(html).strip().lstrip(" —–\u00a0")
            draft.value["text"] = draft.value["text"].removeprefix(html)
            if is_empty_paragraph(draft):
                continue
        joined.append(draft)
    return joined


def find_attribution(quote: Draft, draft: Draft) -> str:
    """Return the first paragraph of a draft, if it names the speaker of the quotation above.

    It begins with a dash; or it is alone, in plain words, with a name and a role, or with any name
    if the quotation is in quotation marks.
    """
    if quote.kind != "quote" or quote.is_commented or quote.value.get("attribution"):
        return ""
    if draft.kind != "paragraph" or draft.is_commented or draft.note:
        return ""
    html = cut(draft.value["text"], 0)[0]
    words = plain(html).strip()
    if not MIN_NAME_CHARACTERS < len(words) <= MAX_NAME_CHARACTERS or "\n" in words:
        return ""
    if words.startswith(DASHES):
        return html if is_name(words.lstrip(" —–\u00a0")) else ""
    if html == draft.value["text"] and PERSON.fullmatch(words) and not EMPHASIS.search(html):
        return html
    is_alone = html == draft.value["text"] and not EMPHASIS.search(html)
    is_quoted = QUOTED.fullmatch(plain(quote.value.get("text") or "").strip()) is not None
    is_bare = len(words) <= MAX_BARE_NAME_CHARACTERS and not any(map(str.isdigit, words))
    return html if is_alone and is_quoted and is_bare and is_name(words) else ""
