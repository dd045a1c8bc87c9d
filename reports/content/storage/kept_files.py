"""Files that outlive their rows: nothing deletes a file that this says is needed."""

from collections.abc import Callable

_is_needed: Callable[[str], bool] = lambda name: False  # noqa: E731


def set_needed(is_needed: Callable[[str], bool]) -> None:
    """Have deletions ask whether a file, by its name, is needed."""
    global _is_needed
    _is_needed = is_needed


def is_needed(name: str) -> bool:
    return _is_needed(name)
