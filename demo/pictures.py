"""Draw the pictures of the two demo reports: `python demo/pictures.py`.

A tool for whoever edits the demo: it wants matplotlib and is run by hand; its PNG files are
committed. The bars are read from the transcription in the report, so that picture and words cannot
disagree. The curve and the map are drawings: they show the few facts that the reports state and
claim nothing else.
"""

import re
from math import log
from pathlib import Path
from typing import NamedTuple

import matplotlib as mpl

mpl.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.axes import Axes

HERE = Path(__file__).parent
BLUE, PALE, INK, GREY = "#000091", "#e3e3fd", "#161616", "#666666"
BAR = re.compile(r"<li>(\d+) services? (?:à la |à l’|aux |au |à )(.+)</li>")

# Longitudes and latitudes, set by eye: a silhouette, not a border.
# fmt: off
MAINLAND = (
    (2.5, 51.1), (1.6, 50.8), (1.5, 50.1), (0.2, 49.6), (0.0, 49.3), (-1.1, 49.4), (-1.3, 49.7),
    (-1.9, 49.7), (-1.6, 48.7), (-3.2, 48.8), (-4.7, 48.4), (-4.3, 47.8), (-2.4, 47.3),
    (-1.2, 46.2), (-1.2, 44.6), (-1.7, 43.4), (0.7, 42.8), (3.1, 42.4), (3.1, 43.1), (4.0, 43.5),
    (5.2, 43.3), (6.3, 43.1), (7.5, 43.8), (6.9, 44.4), (7.0, 45.9), (6.1, 46.3), (7.0, 47.4),
    (7.6, 47.6), (8.2, 49.0), (6.0, 49.5), (4.9, 49.8), (4.2, 50.1),
)
CORSICA = ((9.4, 43.0), (9.3, 42.7), (8.6, 42.4), (8.8, 41.6), (9.2, 41.4), (9.5, 42.1))
# fmt: on


class Milestone(NamedTuple):
    """A number of active members as a report states it, and its height in the drawing."""

    year: int
    words: str
    height: int


MILESTONES = (
    Milestone(2023, "plus de 1 200\nmembres actifs", 1200),
    Milestone(2024, "plus de 1 500\nmembres actifs", 1500),
)
FIRST_YEAR = 2013


class Office(NamedTuple):
    town: str
    longitude: float
    latitude: float
    side: str


OFFICES = (
    Office("Paris", 2.35, 48.86, "right"),
    Office("Lyon", 4.84, 45.76, "left"),
    Office("Rennes", -1.68, 48.11, "right"),
)


def new_drawing(title: str) -> Axes:
    figure = plt.figure(figsize=(12, 6.5), dpi=100, layout="constrained")
    figure.get_layout_engine().set(w_pad=0.3, h_pad=0.2)
    figure.suptitle(title, x=0.025, ha="left", color=INK, fontsize=18, fontweight="bold")
    axes = figure.add_subplot(xticks=[], yticks=[])
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0, labelsize=13, labelcolor=INK)
    return axes


def mark(axes: Axes, where: tuple[float, float], words: str, side: str, lift: int = 0) -> None:
    """Draw a dot with words on the "left" or "right" of it, lifted by some points."""
    axes.plot(*where, "o", color=BLUE, markersize=14)
    shift, align = ((-18, lift), "right") if side == "left" else ((16, lift), "left")
    style = {"ha": align, "va": "center_baseline", "fontsize": 16, "weight": "bold", "color": INK}
    axes.annotate(words, where, shift, textcoords="offset points", **style)


def save(axes: Axes, year: int, name: str) -> None:
    path = HERE / str(year) / "img" / f"{name}-{year}.png"
    # Without the name of the software, the same drawing gives the same bytes.
    axes.figure.savefig(path, metadata={"Software": None}, pil_kwargs={"optimize": True})
    plt.close(axes.figure)


def draw_bars(year: int) -> None:
    report = (HERE / str(year) / f"bilan-{year}.md").read_text(encoding="utf-8")
    counts = [int(count) for count, _ in BAR.findall(report)]
    names = [name for _, name in BAR.findall(report)]
    axes = new_drawing(f"Services par incubateur en {year}")
    bars = axes.barh(range(len(names)), counts, color=BLUE, height=0.72)
    axes.bar_label(bars, padding=6, fontsize=13, fontweight="bold", color=INK)
    axes.set_yticks(range(len(names)), names)
    axes.invert_yaxis()
    axes.margins(x=0.05, y=0.01)
    save(axes, year, "incubateurs")


def draw_curve(year: int) -> None:
    """Draw the one power curve through both known points, without a scale: the rest is unknown."""
    before, after = MILESTONES
    power = log(after.height / before.height) / log(
        (after.year - FIRST_YEAR) / (before.year - FIRST_YEAR)
    )
    steps = [step / 20 for step in range((year - FIRST_YEAR) * 20 + 1)]
    years = [FIRST_YEAR + step for step in steps]
    rise = [before.height * (step / (before.year - FIRST_YEAR)) ** power for step in steps]

    axes = new_drawing(f"Les membres actifs, jusqu’en {year}")
    axes.fill_between(years, rise, color=PALE)
    axes.plot(years, rise, color=BLUE, linewidth=4, solid_capstyle="round")
    known = [milestone for milestone in MILESTONES if milestone.year <= year]
    for milestone in known:
        mark(axes, (milestone.year, milestone.height), milestone.words, "left", lift=12)
    axes.set_xticks([milestone.year for milestone in known])
    note = "Courbe dessinée : seuls les points marqués sont des chiffres publiés."
    axes.set_xlabel(note, color=GREY, fontsize=13, labelpad=14)
    save(axes, year, "effectifs")


def draw_map(year: int) -> None:
    axes = new_drawing(f"Les bureaux de beta.gouv.fr en {year}")
    for outline in (MAINLAND, CORSICA):
        axes.fill(*zip(*outline, strict=True), facecolor=PALE, edgecolor=BLUE, linewidth=2)
    for office in OFFICES:
        mark(axes, (office.longitude, office.latitude), office.town, office.side)
    axes.set_aspect(1.45)  # here a degree of latitude is that much longer than one of longitude
    save(axes, year, "bureaux")


if __name__ == "__main__":
    for year in (2023, 2024):
        draw_bars(year)
        draw_curve(year)
        draw_map(year)
