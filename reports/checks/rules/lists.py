"""Rules that report lists typed by hand, and two facts joined on one line."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from reports.checks.rule import Issue, Severity, rule
from reports.core.figures import split
from reports.core.reading import Reading
from reports.core.reading.lines import split_paragraphs
from reports.core.reading.place import Place

MIN_LINES = 2  # lines that begin alike make a list
EMOJI = r"(?:[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]\ufe0f?|\d\ufe0f?\u20e3)"
DASH = re.compile(r"[-–—]\s+(?=\S)")
BULLET = re.compile(r"[•·‣▪◦●○■*]\s*(?=[^\s*])")
NUMBER = re.compile(r"(?:\d{1,2}|[a-hA-H])(?:[.)]|\s?°)\s+(?=\S)")
SIGN = re.compile(EMOJI)
MARKS = (DASH, BULLET, NUMBER, SIGN)
WITHIN = (
    re.compile(r"[:;]\s+[-–—]\s+\w[^;:]*[;,.]\s+[-–—]\s+\w"),
    re.compile(r"(?:^|\s)[•‣▪◦●]\s*\w[^•‣▪◦●]*\s[•‣▪◦●]\s*\w"),
    re.compile(r"(?:^|[:;.]\s)1[.)]\s[^\d]{3,400}?[:;.,]\s2[.)]\s"),
)
START = re.compile(r"[•‣▪◦●]\s*\S|[-–—]\s+(?=[^\W\d])")
JOINT = re.compile(r"\s[-–—]\s+(?=\S)")
MAX_JOINTS = 5  # joints that are looked at in one fact
MAX_QUOTE_CHARACTERS = 60


@rule(
    "list-typed-by-hand",
    Severity.WARNING,
    "Liste tapée à la main",
    "Des lignes commencent par un tiret, une puce, un numéro ou un pictogramme tapé : un lecteur "
    "d’écran n’y voit pas de liste (RGAA 9.3).",
    summary="{count} listes sont tapées à la main, à partir de : {named}.",
)
def list_typed_by_hand(report: Reading) -> Iterator[Issue]:
    for text in report.texts:
        if report.blocks[text.place.rank].kind == "quote":
            continue  # whose dashes are those of a dialogue
        lines = [(line.strip(), text.role == "fact") for line in text.text.split("\n")]
        if text.html:
            lines = [(p.text, p.listed) for p in split_paragraphs(text.html)]
        for run in find_typed_lists(lines):
            yield build_issue(text.place, run)


def find_typed_lists(marked_lines: Sequence[tuple[str, bool]]) -> Iterator[list[str]]:
    """Yield runs of lines that make a list. Each line comes with whether it is an item already."""
    for mark, group in groupby(marked_lines, key=lambda line: 0 if line[1] else mark_kind(line[0])):
        lines = [line for line, _ in group]
        if mark and len(lines) >= MIN_LINES:
            yield lines
        else:
            yield from ([line] for line in lines if any(w.search(line) for w in WITHIN))
    yield from ([line] for line, listed in marked_lines if listed and START.match(line))


def mark_kind(line: str) -> int:
    """Return which kind of mark a line begins with, from 1; 0 for none."""
    return next((n for n, mark in enumerate(MARKS, 1) if mark.match(line)), 0)


def build_issue(place: Place, run: Sequence[str]) -> Issue:
    shown = " ; ".join(f"« {shorten_line(line)} »" for line in run[:3])
    return Issue(
        place,
        f"Une liste est tapée à la main : {shown}{' ; …' if run[3:] else ''}.",
        "Supprimez ces marques et faites une liste à puces ou numérotée.",
        tuple(shorten_line(line) for line in run),
        name=f"« {shorten_line(run[0])} »",
    )


@rule(
    "facts-joined",
    Severity.WARNING,
    "Deux faits sur une ligne",
    "Les mots d’un fait contiennent un tiret suivi d’un autre chiffre : le second chiffre n’est "
    "pas un fait, et ne se retrouve ni dans les séries ni dans les listes.",
)
def facts_joined(report: Reading) -> Iterator[Issue]:
    for fact in report.facts:
        for joint in islice(JOINT.finditer(fact.after), MAX_JOINTS):
            left, right = fact.after[: joint.start()], fact.after[joint.end() :]
            is_aside = left.count("(") > left.count(")") or not re.search(r"[^\W\d_]", left)
            phrase = split(right)
            if not is_aside and phrase.is_led and re.search(r"[^\W\d_]{2}", phrase.after):
                yield Issue(
                    fact.place,
                    f"Deux faits partagent une ligne : « {fact.figure.raw} {left.strip()} » "
                    f"et « {right.strip()} ».",
                    "Faites-en deux lignes, chacune avec son chiffre.",
                    (fact.figure.raw, phrase.expression),
                )
                break


def shorten_line(line: str) -> str:
    """Return the beginning of a line."""
    return (
        line
        if len(line) <= MAX_QUOTE_CHARACTERS
        else f"{line[: MAX_QUOTE_CHARACTERS - 1].rstrip()}…"
    )
