"""Replaces functions and methods of Wagtail, and fails if they no longer exist."""

from collections.abc import Callable
from types import ModuleType
from typing import Any

import wagtail
from django.core.exceptions import ImproperlyConfigured

Owner = type | ModuleType


def replace(owner: Owner, name: str, build: Callable[[Any], Any]) -> None:
    """Put what `build` makes of a function of Wagtail in its place, in a class or a module.

    A function that Wagtail no longer has would leave the patch without effect: raise
    `ImproperlyConfigured`.
    """
    require(name in vars(owner), owner, name)
    setattr(owner, name, build(vars(owner)[name]))


def replace_method(owner: type, replacement: Callable[..., Any]) -> None:
    """Put a function in the place of the method of the same name."""
    replace(owner, replacement.__name__, lambda original: replacement)


def require(is_there: bool, owner: Owner, name: str) -> None:
    """Raise `ImproperlyConfigured` where Wagtail lacks what a patch replaces."""
    if not is_there:
        raise ImproperlyConfigured(
            f"Wagtail {wagtail.__version__} has no {owner.__name__}.{name}: see the module of "
            "reports.content.wagtail_patches that replaces it."
        )
