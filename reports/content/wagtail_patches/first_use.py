"""Lets only one thread fill the registries that Wagtail fills on first use.

Wagtail 7.4.4: rich-text features, log actions, the actions below a page's form and the panels of a
group's form are collected from hooks by whichever request needs them first. Two requests that
come together after a start both collect: default features and log actions are then twice in their
lists for as long as the process lives (a toolbar has each button twice), and one of the requests
may get a menu or a form that is half collected.

Delete this module when Wagtail fills these registries at start-up or under a lock.
"""

from collections.abc import Callable
from functools import partial
from threading import RLock
from typing import Any

from wagtail import hooks
from wagtail.admin import action_menu
from wagtail.log_actions import LogActionRegistry
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.users.views import groups

from reports.content.wagtail_patches.replacing import replace, require

_lock = RLock()


def fill_once(fill: Callable[[Any], None], flag: str) -> Callable[[Any], None]:
    """Return a method that fills a registry, unless its `flag` says that another thread has."""

    def fill_if_empty(registry: Any) -> None:
        hooks.search_for_hooks()  # imports modules: not while others wait for this lock
        with _lock:
            if not getattr(registry, flag):
                fill(registry)

    return fill_if_empty


def one_at_a_time(collect: Callable[[], list[Any]]) -> Callable[[], list[Any]]:
    """Return a function that keeps others waiting while a list is being collected."""

    def collect_alone() -> list[Any]:
        hooks.search_for_hooks()
        with _lock:
            return collect()

    return collect_alone


def apply() -> None:
    for registry, method, flag in (
        (FeatureRegistry, "_scan_for_features", "has_scanned_for_features"),
        (LogActionRegistry, "scan_for_actions", "has_scanned_for_actions"),
    ):
        require(hasattr(registry(), flag), registry, flag)
        replace(registry, method, partial(fill_once, flag=flag))
    replace(action_menu, "_get_base_page_action_menu_items", one_at_a_time)
    replace(groups, "get_permission_panel_classes", one_at_a_time)
