from collections.abc import Callable
from threading import Event
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from wagtail import hooks
from wagtail.admin import action_menu
from wagtail.log_actions import LogActionRegistry
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.users.views import groups

from reports.content.wagtail_patches import first_use
from tests.threads.parallel import run_in_threads

TIMEOUT_SECONDS = 0.5  # seconds that the first thread waits in a hook for a second one


def use_together(hook: str, use: Callable[[], Any]) -> list[Any]:
    """Use something in two threads, of which one comes while the other one runs `hook`."""
    first_is_here, second_is_here = Event(), Event()

    def wait(*_: Any) -> None:
        if first_is_here.is_set():
            second_is_here.set()
        first_is_here.set()
        second_is_here.wait(TIMEOUT_SECONDS)

    def work(number: int) -> Any:
        if number == 1:
            assert first_is_here.wait(10)
        return use()

    with hooks.register_temporarily(hook, wait):
        return run_in_threads(2, work)


def test_features_are_collected_once() -> None:
    registry = FeatureRegistry()
    alone = list(FeatureRegistry().get_default_features())
    found = use_together("register_rich_text_features", registry.get_default_features)
    assert found == [alone, alone]


def test_log_actions_are_collected_once() -> None:
    registry = LogActionRegistry()
    alone = [action for action, _ in LogActionRegistry().get_choices()]
    found = use_together("register_log_actions", registry.get_choices)
    assert [[action for action, _ in choices] for choices in found] == [alone, alone]


@pytest.mark.parametrize(
    ("hook", "module", "name", "function"),
    [
        (
            "register_page_action_menu_item",
            action_menu,
            "BASE_PAGE_ACTION_MENU_ITEMS",
            "_get_base_page_action_menu_items",
        ),
        (
            "register_group_permission_panel",
            groups,
            "_permission_panel_classes",
            "get_permission_panel_classes",
        ),
    ],
)
def test_nobody_gets_half_a_list(
    hook: str, module: Any, name: str, function: str, monkeypatch: Any
) -> None:
    added = object()
    monkeypatch.setattr(module, name, None)
    with hooks.register_temporarily(hook, lambda: added, order=9):
        found = use_together(hook, lambda: list(getattr(module, function)()))
    assert [added in items for items in found] == [True, True]


def test_it_is_an_error_if_wagtail_has_no_such_function(monkeypatch: Any) -> None:
    monkeypatch.delattr(groups, "get_permission_panel_classes")
    with pytest.raises(ImproperlyConfigured):
        first_use.apply()


def test_it_is_an_error_if_a_registry_has_no_such_flag(monkeypatch: Any) -> None:
    monkeypatch.setattr(LogActionRegistry, "__init__", lambda self: None)
    with pytest.raises(ImproperlyConfigured):
        first_use.apply()
