"""The rules, one function each. `load_rules` imports every module of this package."""

import importlib
import pkgutil


def load_rules() -> None:
    """Register every rule of this package, in the alphabetical order of its modules."""
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        importlib.import_module(f"{__name__}.{module.name}")
