"""The management command `set_up`, which creates roles, permissions and review workflows."""

from typing import Any

from django.core.management.base import BaseCommand

from reports.authoring.roles.set_up import set_up


class Command(BaseCommand):
    help = (
        "Met en place les groupes Rédaction, Validation et Administration, leurs permissions et le "
        "circuit de validation. Ajoute ce qui manque, ne retire rien : à relancer sans crainte."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        for line in set_up() or ["Tout est en place."]:
            self.stdout.write(line)
