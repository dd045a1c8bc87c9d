"""Compares the budgets of two reports, line by line."""

from collections.abc import Iterator

from reports.authoring.revisions.years.line import Line, State, compare_figures
from reports.core.changes.display import display_figure
from reports.core.comparison.budget_posts import list_posts
from reports.core.document.pairing import pair_items
from reports.core.reading import Reading


def compare_budgets(report: Reading, other: Reading) -> Iterator[Line]:
    """Yield the amounts and staff of budget lines with the same name, and the unmatched lines."""
    for pair in pair_items(list_posts(other), list_posts(report), lambda post: post.key):
        one, two = pair.before, pair.after
        if one and two:
            yield compare_figures(two.name, one.figure, two.figure, two.place, one.place)
        elif two:
            yield Line(two.name, "", display_figure(two.figure), State.NEW, place=two.place)
        elif one:
            yield Line(one.name, display_figure(one.figure), "", State.GONE, other_place=one.place)
