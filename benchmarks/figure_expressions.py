"""List the numbers of real reports and of a registry of services that the corpus of figures lacks.

    python -m benchmarks.figure_expressions ../shared

Each is printed with the words beside it, to be judged by hand and added to
`tests/reports/core/figures/corpus.tsv` as an expression alone.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.reports.core.figures.corpus import read_corpus

READ = ("mission", "name", "title", "short_description")  # fields of records
BESIDE = 25  # characters shown on either side
MARKUP = re.compile(r"\]\([^)]*\)|https?://\S+|<[^>]*>|\*\*|id=\S+|\{[^}]*\}")
UNIT = r"(?:\s?(?:%|k€|M€|€|ETPT?|millions?|milliards?|euros?|ans?|mois|jours?|pts|h)(?!\w))?"
NUMBER = re.compile(
    rf"(?:(?:[Pp]lus|[Mm]oins|[Ee]ntre|[Dd]e)\s(?:de\s)?)?[+\-<>x]?\s?\d[\d \u00a0\u202f.,/]*{UNIT}"
)


def iterate_texts(shared: Path) -> Iterator[str]:
    for report in sorted(shared.glob("reports/*/????.md")):
        yield from report.read_text(encoding="utf-8").split("\n")
    for registry in sorted(shared.glob("registry/*.json")):
        for record in json.loads(registry.read_text(encoding="utf-8")):
            yield from (str(record[name]) for name in READ if record.get(name))


def find_expressions(text: str) -> Iterator[tuple[str, str]]:
    """Yield each expression with a number, and the words that it stands in."""
    text = MARKUP.sub("  ", text)
    for found in NUMBER.finditer(text):
        beside = text[max(0, found.start() - BESIDE) : found.end() + BESIDE]
        yield found[0].strip(" .,-/"), beside


def main(arguments: Any) -> None:
    known = {row.text for row in read_corpus()} | {row.expression for row in read_corpus()}
    missing: dict[str, str] = {}
    for text in iterate_texts(Path(arguments[0])):
        for expression, beside in find_expressions(text):
            if expression not in known:
                missing.setdefault(expression, beside)
    lines = [f"{expression}\t{beside!r}\n" for expression, beside in missing.items()]
    sys.stdout.writelines([*lines, f"{len(missing)} expressions, {len(known)} in the corpus\n"])


if __name__ == "__main__":
    main(sys.argv[1:])
