"""What is left to fill in, as templates show it."""

from typing import Any

from reports.rollforward.progress import Progress


def context(progress: Progress) -> dict[str, Any]:
    """What the panel shows."""
    return {
        "summary": summary(progress),
        "done": progress.done,
        "total": progress.total,
        "roll": progress.roll,
        "sections": progress.sections,
    }


def summary(progress: Progress) -> str:
    """« 34 sur 120, 28 % »; of a report that was begun from no other, what it lacks."""
    left = len(progress.left)
    if progress.roll:
        return f"{progress.done} sur {progress.total}, {progress.percent} %"
    if not left:
        return "Rien ne manque"
    return f"{left} élément{'s' if left > 1 else ''} à compléter"
