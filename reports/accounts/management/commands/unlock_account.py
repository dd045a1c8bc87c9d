"""The management command that unlocks an account while wrong passwords keep coming in."""

from django.conf import settings

from reports.accounts.browser_pass import build_path
from reports.accounts.lockout import unlock
from reports.accounts.management.account_command import AccountCommand
from reports.content.models import User


class Command(AccountCommand):
    help = "Débloque un compte, et donne une adresse que personne d’autre ne peut bloquer."

    def handle_account(self, user: User) -> None:
        unlock(user, "unlock_account")
        minutes = settings.SIGN_IN_LOCK_MINUTES
        self.stdout.write(
            f"Compte {user.username} débloqué. Si des inconnus continuent, ouvrez dans les "
            f"{minutes} minutes cette adresse, qui donne à votre navigateur ses propres essais :"
        )
        self.stdout.write(
            f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{build_path(user.username)}"
        )
