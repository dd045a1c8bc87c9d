"""Slips of the file that an import repairs in passing, and that somebody should know of."""

import re
from collections.abc import Iterable, Iterator

from reports.importing.draft import Draft
from reports.importing.findings import Notice
from reports.importing.source import Source

IDENTIFIER = re.compile(r"\bid=[\"']([^\"']*(?<!\d)((?:19|20)\d\d)(?!\d)[^\"']*)[\"']")
TYPED_SIZE = re.compile(r"fr-link__detail[^>]*>[^<]*?(\d[\d \u00a0\u202f.,]*\s?[KMG]B)\b")


def noticed(source: Source, year: int | None, drafts: Iterable[Draft]) -> list[Notice]:
    """Identifiers of another year, sizes in English units, parentheses that were never closed."""
    lines = list(enumerate(source.text.split("\n"), source.first_line))
    return [*identifiers(lines, year), *sizes(lines), *unclosed(dict(lines), drafts)]


def identifiers(lines: list[tuple[int, str]], year: int | None) -> Iterator[Notice]:
    """Each once; of those that are made of another one (the DSFR's), that one alone."""
    seen: list[str] = []
    for number, line in lines:
        for name, said in IDENTIFIER.findall(line):
            if year is not None and int(said) != year and not any(n in name for n in seen):
                seen.append(name)
                message = f"identifiant d’une autre année, laissé de côté : « {name} »."
                yield Notice(number, message)


def sizes(lines: list[tuple[int, str]]) -> Iterator[Notice]:
    for number, line in lines:
        for size in TYPED_SIZE.findall(line):
            message = f"poids saisi « {size} », laissé de côté : il est calculé, en Ko ou Mo."
            yield Notice(number, message)


def unclosed(lines: dict[int, str], drafts: Iterable[Draft]) -> Iterator[Notice]:
    """An administration in parentheses becomes a field of its own, whether they close or not."""
    for draft in drafts:
        if draft.kind != "incubator_list":
            continue
        for group in draft.value["groups"]:
            for item in group["incubators"]:
                line = lines.get(item["incubator"].line, "")
                if line.count("(") > line.count(")"):
                    message = f"parenthèse jamais refermée, rangée à part : « {item['owner']} »."
                    yield Notice(item["incubator"].line, message)
