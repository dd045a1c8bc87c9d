"""A patch whose ground has moved says so when the process starts."""

import re
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from reports.content.wagtail_patches import PATCHES
from reports.content.wagtail_patches.replacing import replace_method


class Upstream:
    def render(self) -> str:
        return "upstream"


def render(self: Upstream) -> str:
    return "ours"


def gone(self: Upstream) -> None: ...


def test_a_method_is_replaced() -> None:
    replace_method(Upstream, render)
    assert Upstream().render() == "ours"


def test_a_method_that_upstream_lacks_is_an_error() -> None:
    with pytest.raises(ImproperlyConfigured, match=r"no Upstream\.gone"):
        replace_method(Upstream, gone)


def test_an_inherited_method_is_none_of_the_class() -> None:
    class Below(Upstream):
        pass

    with pytest.raises(ImproperlyConfigured, match=r"no Below\.render"):
        replace_method(Below, render)


@pytest.fixture(scope="module")
def pinned() -> str:
    """The version that Bilan requires; the suite runs on Wagtail 8 too."""
    pins = Path(__file__).parents[4] / "requirements/production.txt"
    return re.search(r"^wagtail==(\S+)", pins.read_text(), re.MULTILINE).group(1)


@pytest.mark.parametrize("patch", PATCHES, ids=lambda patch: patch.__name__.rpartition(".")[2])
def test_each_patch_names_the_version_and_when_it_can_be_deleted(patch, pinned) -> None:
    """A new version of Wagtail makes this fail: look at each fault again, then write its number."""
    assert re.search(r"^Delete this module\b.* when ", patch.__doc__, re.MULTILINE)
    assert f"Wagtail {pinned}:" in patch.__doc__
