"""Rules that other apps register for sessions in the admin; private files follow them too."""

from collections.abc import Callable

from django.http import HttpRequest

EntryRule = Callable[[HttpRequest], bool]
_rules: list[EntryRule] = []


def register_entry_rule(rule: EntryRule) -> None:
    """Register a rule that is asked before `request.user` is read for the first time."""
    _rules.append(rule)


def admits_session(request: HttpRequest) -> bool:
    """Return whether the session of a request keeps all rules."""
    return all(rule(request) for rule in _rules)
