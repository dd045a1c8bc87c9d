"""Rewrites pandoc's own Markdown in the Markdown that other parsers share.

Lines keep their numbers; the words of inline notes are moved below the last line.
"""

import re
from collections.abc import Iterator

from reports.exchange.importing.findings import Notice

FENCE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})")
DIV = re.compile(r" {0,3}:{3,}+(?: *+(?P<name>\{[^{}]*+\}|[\w-]++))?+ *+:*+ *+")
NOTE = re.compile(r"\^\[(?P<words>(?:[^\[\]\n]|\[[^\[\]\n]*\]){1,2000})\]")
RAISED = re.compile(r"(?<=[^\s^\\\[`])\^(?P<words>[^\s^~\[\]`<>]{1,12})\^(?!\^)")
LOWERED = re.compile(r"(?<=[^\s~\\`])(?<!~)~(?P<words>[^\s~^\[\]`<>]{1,12})~(?!~)")
CODE = re.compile(r"(`[^`\n]*`)")
DIVS = "cadre de Pandoc (« ::: ») retiré : son contenu reste dans l’ordre."


def simplify_pandoc(text: str, first_line: int) -> tuple[str, list[Notice]]:
    """Return the text of a Markdown file without pandoc's own syntax, and notices."""
    lines = text.split("\n")
    notices: list[Notice] = []
    written: list[str] = []
    notes: list[str] = []
    for number, (line, is_code) in enumerate(zip(lines, find_code(lines), strict=True), first_line):
        if not is_code and (found := DIV.fullmatch(line)):
            notices += [Notice(number, DIVS)] if found["name"] else []
            line = ""
        written.append(line if is_code else simplify_line(line, notes))
    return "\n".join([*written, *write_notes(notes)]), notices


def find_code(lines: list[str]) -> list[bool]:
    """Return for each line whether it is in a code block."""
    code, closing = [], ""
    for line in lines:
        found = FENCE.match(line)
        code.append(bool(closing or found))
        if closing and line.strip().startswith(closing) and not line.strip().strip(closing[0]):
            closing = ""
        elif found and not closing:
            closing = found["fence"]
    return code


def simplify_line(line: str, notes: list[str]) -> str:
    """Return a line with labels in place of inline notes, and HTML for super- and subscripts."""
    if "^" not in line and "~" not in line:
        return line
    parts = CODE.split(line)
    parts[::2] = [simplify_words(words, notes) for words in parts[::2]]
    return "".join(parts)


def simplify_words(words: str, notes: list[str]) -> str:
    def name_note(found: re.Match[str]) -> str:
        notes.append(found["words"])
        return f"[^{label_note(len(notes))}]"

    words = NOTE.sub(name_note, words)
    words = RAISED.sub(r"<sup>\g<words></sup>", words)
    return LOWERED.sub(r"<sub>\g<words></sub>", words)


def label_note(number: int) -> str:
    return f"pandoc-{number}"


def write_notes(notes: list[str]) -> Iterator[str]:
    for number, words in enumerate(notes, 1):
        yield from ("", f"[^{label_note(number)}]: {words}")
