"""Documents that are kept in memory."""

import json

from reports.core.document import read
from reports.core.document.document_cache import DocumentCache


def text(words):
    return json.dumps([{"type": "quote", "id": "q", "value": {"text": words}}])


def test_a_text_is_read_once():
    cache = DocumentCache(1_000)

    assert cache.read(text("Un.")) == read(text("Un."))
    assert cache.read(text("Un.")) is cache.read(text("Un."))
    assert cache.read(text("Deux.")) is not cache.read(text("Un."))


def test_what_was_read_last_is_kept_while_there_is_room():
    cache = DocumentCache(2 * len(text("Un.")))
    first, second = cache.read(text("Un.")), cache.read(text("Et."))
    assert cache.read(text("Un.")) is first

    cache.read(text("Oh."))

    assert cache.read(text("Un.")) is first
    assert cache.read(text("Et.")) is not second


def test_a_text_that_is_too_long_is_read_each_time():
    cache = DocumentCache(10)

    assert cache.read(text("Un.")) is not cache.read(text("Un."))
    assert not cache.recent.kept
