"""French typography of what templates and scripts say: a line never breaks before « : »."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
FOLDERS = ("cms", "reports")
TAGS = re.compile(
    r"{%.*?%}|{{.*?}}|{#.*?#}|<(?:script|style)\b[^>]*>.*?</(?:script|style)>", re.DOTALL
)
COMMENTS = re.compile(r"/\*.*?\*/|(?<!:)//[^\n]*", re.DOTALL)
STRINGS = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|`(?:[^`\\]|\\.)*`')
VALUES = re.compile(r"\${[^}]*}")
PLACE = "\ufffc"  # what a template or a script puts in
# An ordinary space, or an end of line, where a line must not break.
BREAKING = re.compile(
    rf"(?<=[\w»)%>{PLACE}])[ \n]+(?=[:;?!»](?:\s|[\"'<`.,)]|{PLACE}|$))|(?<=«)[ \n]"
)

FILES = sorted(
    path
    for folder in FOLDERS
    for pattern in ("*.html", "*.svg", "*.js")
    for path in (ROOT / folder).rglob(pattern)
    if path.parent.name != "dist"
)


def list_texts(path: Path) -> Iterator[str]:
    """Yield what a file says, with a placeholder for each value: text, or strings of a script."""
    source = path.read_text()
    if path.suffix != ".js":
        yield TAGS.sub(PLACE, source)
        return
    for string in STRINGS.findall(COMMENTS.sub("", source)):
        yield VALUES.sub(PLACE, string)


def find_breaks(texts: Iterator[str]) -> list[str]:
    return [
        text[max(found.start() - 20, 0) : found.end() + 20]
        for text in texts
        for found in BREAKING.finditer(text)
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_line_breaks_beside_a_sign_that_a_space_joins(path: Path) -> None:
    assert find_breaks(list_texts(path)) == []


@pytest.mark.parametrize(
    ("name", "source", "count"),
    [
        ("a.html", "<p>Source : {{ x }}</p>", 1),
        ("a.html", "<p>Source\u202f: {{ x }} ; {% if a != b %}« c »{% endif %}</p>", 3),
        ("a.html", "<p>Avant :</p>\n<p>{{ x }} !</p>", 2),
        ("a.html", '<p class="a:b">https://x.fr {{ a|default:"b" }} 10:30</p>', 0),
        ("a.js", 'const a = b ? "c" : `Copié : ${d ? e : f}`; // g : h', 1),
        ("a.js", 'a ? "b" : "c"; d("« e\u202f»");', 1),
    ],
)
def test_what_is_found(tmp_path: Path, name: str, source: str, count: int) -> None:
    (tmp_path / name).write_text(source)
    assert len(find_breaks(list_texts(tmp_path / name))) == count
