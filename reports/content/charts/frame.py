"""Divides the space of a chart among its parts. All lengths are in pixels."""

from dataclasses import dataclass
from typing import Self

from reports.content.charts import labels
from reports.content.charts.labels import CHARACTER_PIXELS, LINE_PIXELS
from reports.content.charts.points import Points

WIDTH_PIXELS = 640  # of the whole drawing; a page draws it larger or smaller
MIN_PLOT_WIDTH_PIXELS = 240  # however long a word is beside it
PLOT_HEIGHT_PIXELS = 280  # of a plot whose values go upwards
TICKS_WIDTH_PIXELS = 70  # of the numbers beside it
BAR_PIXELS = 22
SLIM_BAR_PIXELS = 18  # of one of several bars
GAP_PIXELS = 12  # between two categories


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
        beside = labels.longest_line(points.categories) * CHARACTER_PIXELS + 20
        series = len(points.series)
        bars = BAR_PIXELS if series == 1 else SLIM_BAR_PIXELS * series
        tall = labels.most_lines(points.categories) * LINE_PIXELS
        step = max(bars, tall) + GAP_PIXELS
        height = step * len(points.categories)
        return cls(
            max(MIN_PLOT_WIDTH_PIXELS, WIDTH_PIXELS - beside),
            height,
            step,
            labels.MAX_LINE_CHARACTERS,
            bars / step,
        )

    @classmethod
    def vertical(cls, points: Points) -> Self:
        """Values to the top, names below: level if they have room, else read from below."""
        width, count = WIDTH_PIXELS - TICKS_WIDTH_PIXELS, len(points.categories)
        step = width / count
        line = max(1, min(labels.MAX_LINE_CHARACTERS, int(step / CHARACTER_PIXELS)))
        if labels.longest_line(points.categories, line) <= line:
            return cls(width, PLOT_HEIGHT_PIXELS, step, line)
        step = max(step, labels.most_lines(points.categories) * LINE_PIXELS + 4)
        return cls(
            step * count, PLOT_HEIGHT_PIXELS, step, labels.MAX_LINE_CHARACTERS, upright=False
        )

    def has_room(self, points: Points, share: float = 1) -> bool:
        """Whether the longest value can be printed over such a part of a category."""
        return points.longest * CHARACTER_PIXELS <= self.step * share
