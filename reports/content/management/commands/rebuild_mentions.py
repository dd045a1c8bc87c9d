"""The command `rebuild_mentions`: rebuilds the mentions of records from public reports."""

from reports.content.management.rebuild_command import RebuildCommand
from reports.content.mentions.projection import MENTIONS


class Command(RebuildCommand):
    help = "Refait les mentions des fiches d’après les bilans publiés ; dit si elles différaient."
    projection = MENTIONS
    named = "mentions"
