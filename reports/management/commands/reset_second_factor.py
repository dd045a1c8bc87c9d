"""Take the second factor of somebody away who has lost the telephone and the codes."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from reports.audit.log import Action, record
from reports.models import User
from reports.sign_in.second_factor import remove
from reports.sign_in.sessions import end_all_sessions


class Command(BaseCommand):
    help = "Retire le second facteur d’un compte et ferme ses sessions."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, username: str, **options: Any) -> None:
        user = User.objects.filter(username=username).first()
        if user is None:
            raise CommandError(f"Aucun compte ne s’appelle {username}.")
        if not remove(user):
            raise CommandError(f"Le compte {username} n’a pas de second facteur.")
        count = end_all_sessions(user)
        record(Action.SECOND_FACTOR_REMOVED, "reset_second_factor", user, count=count)
        self.stdout.write(f"Second facteur de {username} retiré ; sessions fermées : {count}.")
