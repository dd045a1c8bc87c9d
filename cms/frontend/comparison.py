"""Compares two reports: matches their subjects by record or name, and lists what only one has."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from cms.frontend.differences import subtract
from cms.frontend.joined_rows import fold, is_same, join_rows
from cms.frontend.subjects import (
    Subject,
    cut_plurals,
    list_cards,
    list_indicators,
    list_key_figures,
)
from reports_graphql.relative_words import normalize_words


@dataclass(frozen=True)
class Line:
    """One figure in both years, with the difference if it can be computed.

    `restated` is the later report's value for the earlier year, if it is another one. The
    difference is then computed from it, because both values were counted in the same way.
    """

    label: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    difference: str
    restated: dict[str, Any] | None = None


@dataclass(frozen=True)
class Pair:
    """A subject that occurs in both reports, with its compared figures."""

    before: Subject
    after: Subject
    lines: list[Line]

    @property
    def former_name(self) -> str:
        """The name in the earlier report if it is a different one, else an empty text."""
        before, after = (fold(cut_plurals(each.name)) for each in (self.before, self.after))
        return "" if before == after else self.before.name


@dataclass
class Section:
    """The comparison of one kind of subjects.

    `only_before` and `only_after` have the subjects without a match.
    """

    title: str
    pairs: list[Pair] = field(default_factory=list)
    only_before: list[Subject] = field(default_factory=list)
    only_after: list[Subject] = field(default_factory=list)


def compare_reports(before: dict[str, Any], after: dict[str, Any]) -> list[Section]:
    """Return the sections that are not empty in the comparison of two reports."""
    kinds: list[tuple[str, Callable[[dict[str, Any], int], Iterator[Subject]]]] = [
        ("Indicateurs", lambda report, other: join_rows(list_indicators(report, other))),
        ("Chiffres clés", list_key_figures),
        ("Services", list_cards),
    ]
    sections = [
        match_subjects(title, list(read(before, after["year"])), list(read(after, before["year"])))
        for title, read in kinds
    ]
    return [each for each in sections if each.pairs or each.only_before or each.only_after]


def match_subjects(title: str, before: list[Subject], after: list[Subject]) -> Section:
    """Pair subjects with the same record, then those with the same name; each is paired once.

    Names are equal if they are with their years counted from the report, or else as printed: «
    depuis 2013 » is the same in every year. Finally, plural endings are ignored.
    """
    pairs: dict[int, Pair] = {}
    rest = list(after)
    for key in (read_record, read_words, read_name, read_stems):
        for subject in before:
            if id(subject) in pairs or not key(subject):
                continue
            match = next((other for other in rest if key(other) == key(subject)), None)
            if match:
                rest.remove(match)
                pairs[id(subject)] = Pair(subject, match, compare_figures(subject, match))
    ordered = sorted(pairs.values(), key=lambda pair: after.index(pair.after))
    return Section(title, ordered, [s for s in before if id(s) not in pairs], rest)


def read_record(subject: Subject) -> str:
    return subject.record


def read_words(subject: Subject) -> str:
    return subject.words


def read_name(subject: Subject) -> str:
    return fold(subject.name)


def read_stems(subject: Subject) -> str:
    return subject.stems


def compare_figures(before: Subject, after: Subject) -> list[Line]:
    """Return the lines of figures in either report, in the order and words of the later one."""
    old, new = before.index_figures(), after.index_figures()
    restated = after.index_restated()
    rest = {words: label for words, (label, _) in old.items() if words not in new}
    unchanged = {fold(label): words for words, label in rest.items()}
    singular = {normalize_words(cut_plurals(rest[w]), before.year): w for w in rest}
    lines = []
    for words, (label, figure) in new.items():
        stems = normalize_words(cut_plurals(label), after.year)
        others = unchanged.get(fold(label)) or singular.get(stems, "")
        same = words if words in old else others
        _, earlier = old.pop(same, ("", None))
        _, again = restated.get(words, ("", None))
        if again and earlier and is_same(earlier, again):
            again = None
        lines.append(Line(label, earlier, figure, subtract(again or earlier, figure), again))
    return lines + [Line(label, figure, None, "") for label, figure in old.values()]
