"""Draws chart specifications once, and finds a stored drawing by the hash of its specification."""

import hashlib
import json
import logging
from pathlib import PurePosixPath
from threading import Lock
from typing import Any

from cachetools import LRUCache, TTLCache

from reports.content.charts import files, markup, process
from reports.content.charts.process import NotDrawn, Undrawable
from reports.content.storage.stored_file import StorageUnavailable

logger = logging.getLogger(__name__)

DRAWING_VERSION = 2  # of what is made of a specification: another draws all charts anew
RETRY_FAILED_SECONDS = 300  # seconds until a drawing that failed is tried again
RETRY_UNSTORED_SECONDS = 30  # seconds until a drawing that could not be stored is made again

Spec = dict[str, Any]

# Bytes of drawings that were read last: a bucket takes its time for each.
MAX_CACHED_BYTES = 4_000_000

# By content: never out of date.
_recent: LRUCache[str, bytes] = LRUCache(MAX_CACHED_BYTES, getsizeof=len)
_recent_lock = Lock()
_failed: TTLCache[str, type[NotDrawn]] = TTLCache(256, RETRY_FAILED_SECONDS)
_unstored: TTLCache[str, None] = TTLCache(256, RETRY_UNSTORED_SECONDS)
_lock = Lock()  # one process at a time: each takes memory


def get_or_draw(spec: Spec) -> str:
    """The markup of an SVG, to stand inline in a page. Raises `NotDrawn`, StorageUnavailable."""
    return _drawing(spec, "svg").decode()


def get_png(svg: str) -> bytes:
    """The pixels of an SVG that stands alone. Raises `NotDrawn`, StorageUnavailable."""
    return _drawing({"svg": svg}, "png")


def draw_specs(specs: list[Spec], format: str = "svg") -> set[str]:
    """Draw those that are not there, all in one process; return the names of those still missing.

    Logs what cannot be drawn. Raises StorageUnavailable.
    """
    with _lock:
        named = {name(spec, format): spec for spec in specs}
        if not _unstored.keys().isdisjoint(named):
            raise StorageUnavailable("a drawing could not be stored a moment ago")
        missing = {
            n: s for n, s in named.items() if n not in _failed and files.read_drawing(n) is None
        }
        failed = _failed.keys() & named.keys()
        if not missing:
            return failed
        try:
            drawings = process.draw_in_process(format, list(missing.values()))
        except NotDrawn as reason:
            logger.error("%s charts were not drawn: %s.", len(missing), reason)
            if len(missing) == 1:  # else it may be another's fault
                _failed.update(dict.fromkeys(missing, NotDrawn))
            return failed | missing.keys()
        for file, content in zip(missing, drawings, strict=True):
            try:
                files.write_drawing(file, normalize_svg(file, content))
            except NotDrawn as reason:
                logger.error("A chart was not drawn: %s.", reason)
                _failed[file] = type(reason)
                failed |= {file}
            except StorageUnavailable:
                _unstored[file] = None
                raise
        return failed


def name(spec: Spec, format: str) -> str:
    """The name of a drawing's file: of all that it depends on."""
    canonical = json.dumps([DRAWING_VERSION, spec], sort_keys=True, separators=(",", ":"))
    return f"charts/{hashlib.sha256(canonical.encode()).hexdigest()[:32]}.{format}"


def normalize_svg(file: str, content: bytes | None) -> bytes:
    """Return the form in which a drawing is stored."""
    if content is None:
        raise Undrawable("the specification was refused")
    if file.endswith(".png"):
        return content
    prefix = f"c{PurePosixPath(file).stem[:12]}"
    return markup.inline_svg(content.decode(), prefix).encode()


def _drawing(spec: Spec, format: str) -> bytes:
    file = name(spec, format)
    with _recent_lock:
        if (recent := _recent.get(file)) is not None:
            return recent
    content = files.read_drawing(file)
    if content is None:
        draw_specs([spec], format)
        content = files.read_drawing(file)
    if content is None:
        raise _failed.get(file, NotDrawn)("see the log")
    if len(content) <= MAX_CACHED_BYTES:
        with _recent_lock:
            _recent[file] = content
    return content


def forget_recent() -> None:
    """Leave this process as if it had just begun; stored drawings stay."""
    with _recent_lock:
        _recent.clear()
