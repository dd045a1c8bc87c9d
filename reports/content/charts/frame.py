"""Divides the space of a chart among its parts. All lengths are in pixels."""

from dataclasses import dataclass
from typing import Self

from reports.content.charts import labels
from reports.content.charts.labels import CHARACTER, LINE_HEIGHT
from reports.content.charts.points import Points

WIDTH = 640  # of the whole drawing; a page draws it larger or smaller
MIN_PLOT_WIDTH = 240  # however long a word is beside it
HEIGHT = 280  # of a plot whose values go upwards
TICKS = 70  # of the numbers beside it
BAR, SLIM, GAP = 22, 18, 12  # one bar, one of several, and what is between two categories


@dataclass(frozen=True)
class Frame:
    """The sizes of a chart: the plot (`width`, `height`) and one category (`step`), in pixels.

    `line` is the maximum of characters in a line of a category's name, `upright` whether names are
    horizontal, `filled` the fraction of `step` that the bars of a category take.
    """

    width: float
    height: float
    step: float
    line: int  # characters
    filled: float = 0.8
    upright: bool = True

    @classmethod
    def horizontal(cls, points: Points) -> Self:
        """Values to the right, names on the left."""
        beside = labels.longest_line(points.categories) * CHARACTER + 20
        series = len(points.series)
        bars = BAR if series == 1 else SLIM * series
        tall = labels.most_lines(points.categories) * LINE_HEIGHT
        step = max(bars, tall) + GAP
        height = step * len(points.categories)
        return cls(max(MIN_PLOT_WIDTH, WIDTH - beside), height, step, labels.LINE, bars / step)

    @classmethod
    def vertical(cls, points: Points) -> Self:
        """Values to the top, names below: level if they have room, else read from below."""
        width, count = WIDTH - TICKS, len(points.categories)
        step = width / count
        line = max(1, min(labels.LINE, int(step / CHARACTER)))
        if labels.longest_line(points.categories, line) <= line:
            return cls(width, HEIGHT, step, line)
        step = max(step, labels.most_lines(points.categories) * LINE_HEIGHT + 4)
        return cls(step * count, HEIGHT, step, labels.LINE, upright=False)

    def has_room(self, points: Points, share: float = 1) -> bool:
        """Whether the longest value can be printed over such a part of a category."""
        return points.longest * CHARACTER <= self.step * share
