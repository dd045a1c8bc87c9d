from reports.management.rebuild_command import RebuildCommand
from reports.observations.projection import OBSERVATIONS


class Command(RebuildCommand):
    help = "Refait les observations d’après les bilans publiés ; dit si elles différaient."
    projection = OBSERVATIONS
    named = "observations"
