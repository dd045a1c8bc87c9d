"""Finding records by what somebody types: accents, case and punctuation do not count.

There are some hundreds of records of a kind: they are compared here, alike on every database.
"""

import re

from reports.models import Service
from reports.models.snippets import Snippet
from reports.records.described import key_of
from reports.search.stems import LIGATURES, folded

MOST = 20  # records in one answer
WORD = re.compile(r"[^\W_]+")


def bare(text: str) -> str:
    """Letters and digits alone, without accents or case: « A-Just » is « ajust »."""
    return folded(text.lower().translate(LIGATURES))


def find(model: type[Snippet], asked: str) -> list[Snippet]:
    """The records nearest to what is asked, nearest first; by name where nothing is asked."""
    records = model._default_manager.select_related(*model.beside)
    if not bare(asked):
        return list(records[:MOST])
    near = [(nearness(asked, record), record) for record in records]
    chosen = [pair for pair in near if pair[0] is not None]
    return [record for _, record in sorted(chosen, key=lambda pair: pair[0] or 0)][:MOST]


def nearness(asked: str, record: Snippet) -> int | None:
    """How far a record is from the words asked; None for one that lacks any of them."""
    whole, name, key = bare(asked), bare(record.name), bare(key_of(record))
    words = [bare(word) for word in WORD.findall(asked)]
    around = bare(str(record.incubator)) if isinstance(record, Service) else ""
    ranks = (
        whole in (name, key),
        name.startswith(whole),
        any(bare(word).startswith(whole) for word in WORD.findall(record.name)),
        whole in name,
        whole in key,
        all(word in name + key for word in words),
        all(word in f"{name} {key} {around}" for word in words),
    )
    return ranks.index(True) if any(ranks) else None


def namesakes(model: type[Snippet], name: str) -> list[Snippet]:
    """The records whose name differs by accents, case or punctuation at most."""
    records = model._default_manager.select_related(*model.beside)
    return [record for record in records if bare(record.name) == bare(name)]
