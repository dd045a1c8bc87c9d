"""Places the labels of marks in a chart, so that they overlap neither labels nor marks."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cms.frontend.series_scale import (
    BOTTOM_PIXELS,
    CHARACTER_PIXELS,
    HEIGHT_PIXELS,
    WIDTH_PIXELS,
    Mark,
)

MARK_RADIUS_PIXELS = 8  # of a mark
# Of words, from their baseline, as large as narrow screens have them.
ASCENT_PIXELS, DESCENT_PIXELS = 18, 5
NAMES_OFFSET_PIXELS = 12  # between the axis and the names of its periods

ABOVE, BELOW = (0, -12, "middle"), (0, 24, "middle")
AFTER, BEFORE = (12, 7, "start"), (-12, 7, "end")
PLACES = {
    "result": (ABOVE, BELOW, AFTER, BEFORE),
    "target": (ABOVE, BELOW, AFTER, BEFORE),
    "earlier": (AFTER, BEFORE),
}

Place = tuple[int, int, str]


@dataclass(frozen=True)
class Box:
    """A rectangle of the drawing that is occupied."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def place_words(marks: dict[str, list[Mark]]) -> dict[str, list[Mark]]:
    """Return the marks with their labels; labels without room are left out.

    Results come before targets, and late periods before early ones. A label that was left out is
    still in the title of its mark, in the description of the drawing and in the table below it.
    """
    taken = [cover_mark(mark) for kind in PLACES for mark in marks[kind]]
    taken.append(
        Box(0, HEIGHT_PIXELS - BOTTOM_PIXELS + NAMES_OFFSET_PIXELS, WIDTH_PIXELS, HEIGHT_PIXELS)
    )
    placed: dict[str, list[Mark]] = {}
    for kind, places in PLACES.items():
        placed[kind] = [place_mark(mark, places, taken) for mark in reversed(marks[kind])][::-1]
    return placed


def place_mark(mark: Mark, places: tuple[Place, ...], taken: list[Box]) -> Mark:
    """Return a mark with its words in the first place that has room, and take that room."""
    own = cover_mark(mark)
    for place, box in find_boxes(mark, places):
        if box.right <= WIDTH_PIXELS and not any(
            box.meets(other) for other in taken if other != own
        ):
            taken.append(box)
            dx, dy, anchor = place
            x, y = float(mark.x) + dx, float(mark.y) + dy
            return replace(mark, text_x=f"{x:.1f}", text_y=f"{y:.1f}", anchor=anchor)
    return replace(mark, words="")


def find_boxes(mark: Mark, places: tuple[Place, ...]) -> Iterator[tuple[Place, Box]]:
    width = CHARACTER_PIXELS * len(mark.words)
    for dx, dy, anchor in places if mark.words else ():
        baseline = float(mark.y) + dy
        left = float(mark.x) + dx - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        box = Box(left, baseline - ASCENT_PIXELS, left + width, baseline + DESCENT_PIXELS)
        yield (dx, dy, anchor), box


def cover_mark(mark: Mark) -> Box:
    x, y = float(mark.x), float(mark.y)
    return Box(
        x - MARK_RADIUS_PIXELS,
        y - MARK_RADIUS_PIXELS,
        x + MARK_RADIUS_PIXELS,
        y + MARK_RADIUS_PIXELS,
    )
