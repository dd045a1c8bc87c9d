"""Checks what a list was recognised as, such as a glossary, against the words above the list."""

from collections.abc import Sequence

from reports.core.text.rich_text import plain
from reports.core.text.vocabulary import get_vocabulary
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.recognise.cards import is_service


def read_words_before(drafts: Sequence[Draft]) -> str:
    """Return the last heading and the paragraph right before, in lower case."""
    heading = next((d.value["text"] for d in reversed(drafts) if d.kind == "heading"), "")
    last = drafts[-1] if drafts else None
    before = plain(last.value["text"]) if last and last.kind == "paragraph" else ""
    return f"{heading}\n{before}".lower()


def is_plausible(draft: Draft, words_before: str) -> bool:
    """Return whether a list or the words before it confirm its type.

    Links with words after them are not always services, and bold words not always terms.
    """
    words = get_vocabulary()
    match draft.kind:
        case "service_lines":
            return words.service.are_in(words_before)
        case "impact_cards" | "comparison_cards":
            return words.service.are_in(words_before) or any(map(is_service, draft.value["cards"]))
        case "definitions":
            return words.glossary.are_in(words_before)
        case "criteria":
            is_said = all(item["heading"] for item in draft.value["items"])
            return is_said or words.criterion.are_in(words_before)
        case "budget":
            has_staff = any(line["staff"]["figure"] for line in draft.value["lines"])
            return has_staff or words.expense.are_in(words_before)
        case "incubator_list":
            names = [i["name"] for group in draft.value["groups"] for i in group["incubators"]]
            is_said = words.incubator.are_in(words_before)
            return is_said or sum(map(words.incubator.are_in, names)) > 1
    return True


def drop_doubtful_terms(draft: Draft, words_before: str) -> None:
    """Drop the references to terms unless the words before the list announce a glossary."""
    if draft.kind == "definitions" and not get_vocabulary().glossary.are_in(words_before):
        for item in draft.value["items"]:
            item["term"] = None
