"""Warns of mistakes in the file that an import repairs in passing."""

import re
from collections.abc import Iterable, Iterator

from reports.exchange.importing.draft import Draft
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.source import Source

IDENTIFIER = re.compile(r"\bid=[\"']([^\"']*+)[\"']")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
DETAIL = re.compile(r"fr-link__detail(?:(?!fr-link__)[^<>])*+>([^<]*+)")
TYPED_SIZE = re.compile(r"(?<!\d)\d[\d \u00a0\u202f.,]{0,20}\s?[KMG]B\b")


def find_typing_errors(source: Source, year: int | None, drafts: Iterable[Draft]) -> list[Notice]:
    """Return notices about ids of another year, sizes in English units and open parentheses."""
    lines = list(enumerate(source.text.split("\n"), source.first_line))
    return [
        *find_other_years(lines, year),
        *find_english_units(lines),
        *find_unclosed_parentheses(drafts),
    ]


def find_other_years(lines: list[tuple[int, str]], year: int | None) -> Iterator[Notice]:
    """Yield a notice for each id that contains another year.

    Ids that contain a reported one (the DSFR derives several from one) are not reported.
    """
    seen: list[str] = []
    for number, line in lines:
        for name in IDENTIFIER.findall(line):
            years = YEAR.findall(name)
            if year is None or not years:
                continue
            if int(years[-1]) != year and not any(n in name for n in seen):
                seen.append(name)
                message = (
                    f"ce passage porte le repère technique d’une autre année (« {name} »), laissé "
                    "de côté : vérifiez qu’il n’est pas resté d’un ancien bilan."
                )
                yield Notice(number, message)


def find_english_units(lines: list[tuple[int, str]]) -> Iterator[Notice]:
    for number, line in lines:
        sizes_typed = filter(None, map(TYPED_SIZE.search, DETAIL.findall(line)))
        for size in sizes_typed:
            message = f"poids saisi « {size[0]} », laissé de côté : il est calculé, en Ko ou Mo."
            yield Notice(number, message)


def find_unclosed_parentheses(drafts: Iterable[Draft]) -> Iterator[Notice]:
    """Yield a notice for each administration whose parenthesis is not closed.

    It becomes a field of its own, as one in closed parentheses does.
    """
    for draft in drafts:
        if draft.kind != "incubator_list":
            continue
        for group in draft.value["groups"]:
            for item in group["incubators"]:
                if item.get("is_unclosed"):
                    number = item["incubator"].line if item["incubator"] else draft.line
                    message = (
                        f"après « {item['name']} », la parenthèse n’est jamais refermée : "
                        f"« {item['owner']} » est rangé à part."
                    )
                    yield Notice(number, message)
