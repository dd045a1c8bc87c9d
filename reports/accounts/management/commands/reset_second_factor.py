"""The management command that removes the second factor of a user who lost phone and codes."""

from django.core.management.base import CommandError

from reports.accounts.management.account_command import AccountCommand
from reports.accounts.second_factor import remove
from reports.accounts.sessions import end_all_sessions
from reports.content.audit.log import Action, record
from reports.content.models import User


class Command(AccountCommand):
    help = "Retire le second facteur d’un compte et ferme ses sessions."

    def handle_account(self, user: User) -> None:
        name = user.username
        if not remove(user):
            raise CommandError(f"Le compte {name} n’a pas de second facteur.")
        count = end_all_sessions(user)
        record(Action.SECOND_FACTOR_REMOVED, "reset_second_factor", user, count=count)
        self.stdout.write(f"Second facteur de {name} retiré ; sessions fermées : {count}.")
