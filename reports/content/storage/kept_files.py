"""Protects files that are still needed after their rows are deleted."""

import logging
from collections.abc import Callable

from reports.content.storage.stored_file import StorageUnavailable

logger = logging.getLogger(__name__)

_is_needed: Callable[[str], bool] = lambda name: False  # noqa: E731


def set_needed(is_needed: Callable[[str], bool]) -> None:
    """Have deletions ask whether a file, by its name, is needed."""
    global _is_needed
    _is_needed = is_needed


def is_needed(name: str) -> bool:
    return _is_needed(name)


class KeptFiles:
    """A mixin for storages that deletes a file only if no version of a report shows it."""

    def remove(self, name: str) -> None:
        """Delete a file. Raises StorageUnavailable."""

    def delete(self, name: str) -> None:
        """Delete a file, or leave it to `check_media`: no row must stay because a file does."""
        if is_needed(name):
            return
        try:
            self.remove(name)
        except StorageUnavailable as error:
            logger.warning("A file was not deleted, check_media will find it: %s.", error)
