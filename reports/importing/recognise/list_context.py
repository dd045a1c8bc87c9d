"""What the words before a list say of it: whether it is a glossary, or a list of incubators."""

from collections.abc import Sequence

from reports.importing.draft import Draft
from reports.importing.vocabulary import get_vocabulary
from reports.text.rich_text import plain


def read_words_before(drafts: Sequence[Draft]) -> str:
    """Return, in lower case, the last heading and the paragraph that the list follows."""
    heading = next((d.value["text"] for d in reversed(drafts) if d.kind == "heading"), "")
    last = drafts[-1] if drafts else None
    before = plain(last.value["text"]) if last and last.kind == "paragraph" else ""
    return f"{heading}\n{before}".lower()


def is_plausible(draft: Draft, words_before: str) -> bool:
    """Return whether a list of incubators, or of services without links, says that it is one."""
    if draft.kind == "service_lines" and not all(s["url"] for s in draft.value["services"]):
        return get_vocabulary().service.are_in(words_before)
    if draft.kind != "incubator_list":
        return True
    names = [i["name"] for group in draft.value["groups"] for i in group["incubators"]]
    words = get_vocabulary().incubator
    return words.are_in(words_before) or sum(map(words.are_in, names)) > 1


def drop_doubtful_terms(draft: Draft, words_before: str) -> None:
    """Make no records of terms unless the words before say that the list is a glossary."""
    if draft.kind == "definitions" and not get_vocabulary().glossary.are_in(words_before):
        for item in draft.value["items"]:
            item["term"] = None
