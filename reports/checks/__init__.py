"""What a machine reads in a report before the public does.

A rule is one function that reads a `Reading` and yields `Slip`s; `running.findings` asks them all.
"""

from reports.checks.reading import Reading
from reports.checks.reading.place import Place
from reports.checks.rule import Severity, Slip, rule

__all__ = ["Place", "Reading", "Severity", "Slip", "rule"]
