"""Pairs facts of two reports by the words around their figures."""

from collections.abc import Sequence

from reports.core.comparison.subject import Key, count_key, opening_key
from reports.core.comparison.wording import fold_wording
from reports.core.document.pairing import Pair, pair_items
from reports.core.reading import Reading
from reports.core.reading.parts import Fact


def list_facts(reading: Reading) -> list[Fact]:
    """Return key figures, alone or not, and lists of facts, wherever they stand.

    The facts of cards and of budgets are compared with what they are facts of.
    """
    owned = {b.place.rank for b in reading.blocks if b.node.has_cards or b.kind == "budget"}
    return [fact for fact in reading.facts if fact.place.rank not in owned]


def pair_facts(then: Sequence[Fact], now: Sequence[Fact]) -> list[Pair[Fact]]:
    """Pair facts that say the same around their figures, else those that count the same."""
    return pair_items(then, now, fold_surroundings, get_count_key, get_opening_key)


def fold_surroundings(fact: Fact) -> str:
    return fold_wording(f"{fact.lead} {fact.before} {fact.after}")


def get_count_key(fact: Fact) -> Key | None:
    """Return what the figure of a fact counts."""
    key = count_key(fact.before, fact.after)
    return key if key[0] and fact.figure.is_number else None


def get_opening_key(fact: Fact) -> Key | None:
    """Return the same by its first words, where they are more than one."""
    key = get_count_key(fact)
    return opening_key(key) if key and len(key[0]) > 1 else None
