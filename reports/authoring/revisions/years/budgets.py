"""The budgets of two reports, post by post."""

from collections.abc import Iterator

from reports.authoring.revisions.years.line import Line, State, compare_figures
from reports.core.changes.display import display_figure
from reports.core.comparison.budget_posts import list_posts
from reports.core.document.pairing import pair_items
from reports.core.reading import Reading


def compare_budgets(report: Reading, other: Reading) -> Iterator[Line]:
    """Yield amounts and staff of the posts that have the same name, and the other posts."""
    for pair in pair_items(list_posts(other), list_posts(report), lambda post: post.key):
        one, two = pair.before, pair.after
        if one and two:
            yield compare_figures(two.name, one.figure, two.figure, two.place, one.place)
        elif two:
            yield Line(two.name, "", display_figure(two.figure), State.NEW, place=two.place)
        elif one:
            yield Line(one.name, display_figure(one.figure), "", State.GONE, other_place=one.place)
