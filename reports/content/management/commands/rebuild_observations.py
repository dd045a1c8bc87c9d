"""The command `rebuild_observations`: rebuilds the observations from public reports."""

from reports.content.management.rebuild_command import RebuildCommand
from reports.content.observations.projection import OBSERVATIONS


class Command(RebuildCommand):
    help = "Refait les observations d’après les bilans publiés ; dit si elles différaient."
    projection = OBSERVATIONS
    named = "observations"
