"""The registry of rules, and the classes for a rule and for an issue that it finds."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from reports.core.reading.place import Place
from reports.core.text.edits import Fix
from reports.core.text.french_spaces import set_spaces

if TYPE_CHECKING:
    from reports.core.reading import Reading

CODE = re.compile(r"[a-z]+(?:-[a-z]+)*")


class Severity(Enum):
    """An error is structural and stops publication; a warning may be justified with a reason."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Issue:
    """One thing that a rule found, in French, for the person who can repair it.

    `message` says what is wrong with the words or numbers concerned, `hint` what to do about it.
    `evidence` are the words and numbers, anywhere in the report, on which the issue is based: when
    one of them or the block changes, an acknowledgement no longer counts. `other_places` are also
    concerned. `name` is the name of the issue in a list of issues of its rule; an issue with
    several names has them in `examples`. `is_fixable` says whether the fix of the rule, if it has
    one, changes anything here.
    """

    place: Place
    message: str
    hint: str
    evidence: tuple[str, ...]
    other_places: tuple[Place, ...] = ()
    name: str = ""
    examples: tuple[str, ...] = ()
    is_fixable: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        """All that it is called in a list of issues."""
        return self.examples or (self.name,)

    @property
    def shown_message(self) -> str:
        """The message as a page shows it: no line ends between a quotation mark and its words."""
        return set_spaces(self.message)

    @property
    def shown_hint(self) -> str:
        """The hint as a page shows it."""
        return set_spaces(self.hint)

    @property
    def places(self) -> tuple[Place, ...]:
        """All places concerned, the main one first."""
        return (self.place, *self.other_places)


Function = Callable[["Reading"], Iterator[Issue]]


@dataclass(frozen=True)
class Rule:
    """A rule that is applied to every report: a function that finds issues, with its documentation.

    Issues of a rule with a `summary` are merged into one finding. Its message is the summary, which
    may contain the number of issues (`count`), of `places` and of different `names`, and the first
    names (`named`).
    """

    code: str
    severity: Severity
    title: str
    documentation: str
    find: Function
    summary: str = ""
    language: str = ""
    """The code of the only language whose reports it is asked of; empty for all."""

    fix: Fix | None = None
    """What mends the words that it finds fault with, where a machine can: figures stay as typed."""

    def asks(self, language: str) -> bool:
        """Say whether the rule is asked of reports in a language."""
        return self.language in ("", language.partition("-")[0])


RULES: dict[str, Rule] = {}


def rule(
    code: str,
    severity: Severity,
    title: str,
    documentation: str,
    *,
    summary: str = "",
    language: str = "",
    fix: Fix | None = None,
) -> Callable[..., Function]:
    """Register a function as the rule `code`. Title, documentation and summary are French: editors
    read them beside the findings and in docs/controles.md. A rule on one language names it. A
    `fix` is offered beside the findings, to be made in all places at once.
    """

    def register(find: Function) -> Function:
        if not CODE.fullmatch(code):
            raise ValueError(f"{code!r} is no code: lower-case words joined by hyphens.")
        if code in RULES:
            raise ValueError(f"There already is a rule {code!r}.")
        RULES[code] = Rule(code, severity, title, documentation, find, summary, language, fix)
        return find

    return register
