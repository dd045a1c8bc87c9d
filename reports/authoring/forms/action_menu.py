"""Orders the actions in the menu next to the button that saves a draft."""

from typing import Any

from django.http import HttpRequest

APPROVE, UNPUBLISH = "approve", "action-unpublish"


def order_actions(items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Put review actions first, with the approval at the head, and unpublishing last.

    The first item stays: it is the button itself.
    """
    items[1:] = sorted(items[1:], key=rank_action)


def rank_action(item: Any) -> int:
    if hasattr(item, "launch_modal"):  # a step of a review
        return 0 if item.name == APPROVE else 1
    return 3 if item.name == UNPUBLISH else 2
