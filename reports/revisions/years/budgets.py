"""The budgets of two reports, post by post."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.checks.reading import Reading
from reports.checks.reading.place import Place
from reports.figures import Figure
from reports.revisions.pairing import paired
from reports.revisions.words import said
from reports.revisions.years.line import Line, State, figures, wording

PARTS = (("amount", "montant"), ("staff", "effectif"))


@dataclass(frozen=True)
class Post:
    """The money or the staff of one post."""

    title: str
    part: str
    figure: Figure
    place: Place

    @property
    def name(self) -> str:
        return f"{self.title} › {self.part}"

    @property
    def key(self) -> tuple[str, str]:
        return wording(self.title), self.part


def lines(report: Reading, other: Reading) -> Iterator[Line]:
    """Amounts and staff of the posts that have the same name, and the other posts."""
    for pair in paired(posts(other), posts(report), lambda post: post.key):
        one, two = pair.before, pair.after
        if one and two:
            yield figures(two.name, one.figure, two.figure, two.place, one.place)
        elif two:
            yield Line(two.name, "", said(two.figure), State.NEW, here=two.place)
        elif one:
            yield Line(one.name, said(one.figure), "", State.GONE, there=one.place)


def posts(reading: Reading) -> list[Post]:
    return [
        Post(line["title"] or "", label, line[part]["figure"], block.place)
        for block in reading.blocks
        if block.kind == "budget"
        for line in block.value["lines"]
        for part, label in PARTS
        if line[part]["figure"].raw
    ]
