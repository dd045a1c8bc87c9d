"""A door: what somebody does, by the name of the act; it says whether that has happened."""

from collections.abc import Callable

from tests.reports.authoring.world import Visit

Try = Callable[[Visit], bool]
DOORS: dict[str, Try] = {}
APPS: dict[str, str] = {}  # those that need an app which can be left out


def door(name: str, app: str = "") -> Callable[[Try], Try]:
    def keep(attempt: Try) -> Try:
        assert name not in DOORS, name
        DOORS[name] = attempt
        if app:
            APPS[name] = app
        return attempt

    return keep
