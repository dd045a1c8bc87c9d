"""Joins several files into one report, in the order in which they are named."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from reports.core.refusal import Refusal
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.source import Source, read_source

LABEL = re.compile(r"^ {0,3}\[\^([^\]\[\s]{1,64})\]:", re.MULTILINE)
CALL = re.compile(r"\[\^([^\]\[\s]{1,64})\]")
MAX_NAME_CHARACTERS = 255
ESCAPED = re.compile(r"[\\`*_\[\]<>#|~]")


def read_sources(paths: Sequence[Path]) -> Source:
    """Return the files as one text, which can locate each of its lines in its file."""
    sources = [read_source(path) for path in paths]
    if len(sources) == 1:
        return sources[0]
    for source in sources:
        if source.words is not None:
            raise Refusal(f"{source.name} : un document Word s’importe seul.")
    return join_sources(sources)


def join_sources(sources: Sequence[Source]) -> Source:
    texts: list[str] = []
    parts: list[tuple[int, str, int]] = []
    notices: list[Notice] = []
    labels: set[str] = set()
    line = 1
    for number, source in enumerate(sources, 1):
        text = rename_labels(source.text, labels, number)
        labels |= {found.casefold() for found in LABEL.findall(text)}
        title = source.title() if number > 1 else ""
        escaped = ESCAPED.sub(lambda sign: f"\\{sign[0]}", title)
        head = f"# {escaped}\n\n" if title else ""
        parts.append((line, source.name, source.first_line - head.count("\n")))
        texts.append(head + text)
        line += texts[-1].count("\n") + 2
        notices += [
            Notice(each.line, each.message, f"{source.name}, ligne {each.line}")
            if each.line
            else Notice(0, f"{source.name} : {each.message}")
            for each in source.notices
        ]
    front = {key: value for source in reversed(sources) for key, value in source.front.items()}
    return Source(
        " + ".join(source.name for source in sources)[:MAX_NAME_CHARACTERS],
        "\n\n".join(texts),
        1,
        front,
        hashlib.sha256("".join(source.digest for source in sources).encode()).hexdigest(),
        notices,
        styles="\n".join(source.styles for source in sources),
        parts=tuple(parts),
    )


@contextmanager
def naming_places(source: Source) -> Iterator[None]:
    """Make refusals raised within name the file and the line, as `Source.locate` does."""
    try:
        yield
    except Refusal as refusal:
        prefix = f"{source.name}, ligne "
        line, separator, rest = str(refusal).removeprefix(prefix).partition(" :")
        if not str(refusal).startswith(prefix) or not line.isdecimal():
            raise
        place = source.locate(int(line))
        name = "" if source.parts else f"{source.name}, "
        raise Refusal(f"{name}{place}{separator}{rest}") from refusal


def rename_labels(text: str, taken: set[str], number: int) -> str:
    """Return Markdown in which note labels that earlier files use are renamed."""
    own = {label.casefold() for label in LABEL.findall(text)} & taken
    if not own:
        return text
    return CALL.sub(
        lambda call: f"[^{call[1]}-{number}]" if call[1].casefold() in own else call[0], text
    )
