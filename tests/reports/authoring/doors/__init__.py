"""How each act is tried on the real views: every module here is loaded."""

import pkgutil
from importlib import import_module

from tests.reports.authoring.doors.door import APPS, DOORS

for module in pkgutil.iter_modules(__path__):
    import_module(f"{__name__}.{module.name}")

__all__ = ["APPS", "DOORS"]
