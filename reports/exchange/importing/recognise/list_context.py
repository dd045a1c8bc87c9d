"""Reads the words before a list: whether it is a glossary, or a list of incubators."""

from collections.abc import Sequence

from reports.core.text.rich_text import plain
from reports.core.text.vocabulary import get_vocabulary
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.recognise.cards import is_service


def read_words_before(drafts: Sequence[Draft]) -> str:
    """Return, in lower case, the last heading and the paragraph that the list follows."""
    heading = next((d.value["text"] for d in reversed(drafts) if d.kind == "heading"), "")
    last = drafts[-1] if drafts else None
    before = plain(last.value["text"]) if last and last.kind == "paragraph" else ""
    return f"{heading}\n{before}".lower()


def is_plausible(draft: Draft, words_before: str) -> bool:
    """Return whether a list, or what is said before it, says that it is what it looks like.

    Links with words after them are not all services, nor bold words all terms.
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
    """Make no records of terms unless the words before say that the list is a glossary."""
    if draft.kind == "definitions" and not get_vocabulary().glossary.are_in(words_before):
        for item in draft.value["items"]:
            item["term"] = None
