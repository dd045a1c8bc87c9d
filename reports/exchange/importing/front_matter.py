"""Parses the front matter of a file: YAML between `---`, or pandoc's title lines after `%`."""

import re
from typing import Any

import yaml

from reports.core.refusal import Refusal
from reports.exchange.importing.findings import Notice

YAML = re.compile(r"\A\s*---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
# « % Titre », then the authors and the date, as pandoc has them
PANDOC = re.compile(
    r"\A%[ \t]+(?P<title>\S[^\n]*(?:\n[ \t]+\S[^\n]*)*)\n(?:%[^\n]*\n){0,2}(?=\s*\n|\Z)"
)
TIMESTAMP = "tag:yaml.org,2002:timestamp"
UNREAD = re.compile(r"\A\s*(---|\+\+\+)[ \t]*\n\s*[\w-]+[ \t]*[:=]")
UNQUOTED = " Une valeur dans laquelle il y a « : » s’écrit entre guillemets."
COMMENT = re.compile(r"^[ \t]*#+[ \t]*(\S.*)$", re.MULTILINE)


def split_front_matter(name: str, text: str) -> tuple[dict[str, Any], int, str, list[Notice]]:
    """Return the fields, the number of the line on which the text begins, the text, and notices."""
    if match := YAML.match(text):
        front = read_yaml(name, match[1] or "")
    elif match := PANDOC.match(text):
        title = " ".join(match["title"].split())
        return {"title": title}, text.count("\n", 0, match.end()) + 1, text[match.end() :], []
    else:
        return {}, 1, text, notice_unread(text)
    if not isinstance(front, dict):
        raise Refusal(f"{name}, ligne 2 : l’en-tête YAML n’est pas une liste de champs.")
    first = text.count("\n", 0, match.start(1)) + 1 if match[1] else 2
    notices = [
        Notice(
            first + match[1].count("\n", 0, comment.start()),
            f"commentaire de l’en-tête laissé de côté : « {comment[1][:80]} »",
        )
        for comment in COMMENT.finditer(match[1] or "")
    ]
    return front, text.count("\n", 0, match.end()) + 1, text[match.end() :], notices


class PlainLoader(yaml.SafeLoader):
    """A YAML loader that refuses aliases and reads dates as text.

    A few lines of aliases can expand beyond the memory. An impossible date must not make the rest
    unreadable.
    """

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise Alias(self.peek_event().start_mark.line)
        return super().compose_node(parent, index)


PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != TIMESTAMP]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class Alias(ValueError):
    """Raised for a YAML alias (`*name`), which front matter may not use; `line` counts from 0."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def read_yaml(name: str, text: str) -> Any:
    try:
        return yaml.load(text, PlainLoader) or {}
    except Alias as error:
        raise Refusal(
            f"{name}, ligne {error.line + 2} : l’en-tête YAML répète une valeur par "
            "un renvoi (*). Écrivez-la là où elle est répétée."
        ) from error
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        is_colon = getattr(error, "problem", "") == "mapping values are not allowed here"
        hint = UNQUOTED if is_colon else ""
        raise Refusal(
            f"{name}, ligne {line} : l’en-tête YAML ne peut pas être lu.{hint}"
        ) from error


def notice_unread(text: str) -> list[Notice]:
    found = UNREAD.match(text)
    if found is None:
        return []
    line = text.count("\n", 0, found.start(1)) + 1
    message = (
        f"en-tête « {found[1]} » gardé comme du texte : il n’est pas entre deux lignes « --- »."
    )
    return [Notice(line, message)]
