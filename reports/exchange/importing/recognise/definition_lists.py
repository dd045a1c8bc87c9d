"""Recognises `<dl>` lists: terms and their definitions, or labels and their figures."""

from typing import Any

from bs4 import Tag

from reports.core.figures import split
from reports.exchange.importing.draft import Draft, Named
from reports.exchange.importing.facts import recognise_fact
from reports.exchange.importing.inline import html_of, prose_of, words_of
from reports.exchange.importing.line_marks import line_of


def recognise_definition_list(element: Tag) -> Draft | None:
    """Return a `<dl>` as a block; None if a term has no definition."""
    pairs = pair_terms(element)
    if not pairs:
        return None
    if any(tag.find(["table", "ul", "ol", "img"]) for _, said in pairs for tag in said):
        return None
    line = line_of(element)
    if all(split(words_of(said[0])).is_led for _, said in pairs):
        items = [
            {"level": 1, "lead": words_of(term), **recognise_fact(" ".join(map(words_of, said)))}
            for term, said in pairs
        ]
        return Draft("fact_list", line, {"ordered": False, "items": items})
    return Draft("definitions", line, {"items": [define(term, said) for term, said in pairs]})


def pair_terms(element: Tag) -> list[tuple[Tag, list[Tag]]]:
    """Return each term with its definitions; nothing where one is missing."""
    pairs: list[tuple[Tag, list[Tag]]] = []
    for tag in element.find_all(["dt", "dd"]):
        if tag.name == "dt":
            pairs.append((tag, []))
        elif pairs:
            pairs[-1][1].append(tag)
    return pairs if all(said for _, said in pairs) else []


def define(term: Tag, said: list[Tag]) -> dict[str, Any]:
    name = words_of(term)
    definition = "".join(
        prose_of(tag.children) if tag.find("p") else f"<p>{html_of(tag.children)}</p>"
        for tag in said
    )
    words = " ".join(map(words_of, said))
    named = Named("term", name, fields=(("definition", words),), line=line_of(term))
    return {"name": name, "definition": definition, "term": named}
