"""What a machine reads in a report before the public does.

A rule is one function that reads a `Reading` and yields `Slip`s; `findings` runs them all.
"""

from reports.checks.place import Place
from reports.checks.rule import Severity, Slip, rule

__all__ = ["Place", "Severity", "Slip", "rule"]
