"""Base class of management commands about one account, which is given by its name."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from reports.content.models import User


class AccountCommand(BaseCommand):
    """A command with the name of an existing account as its argument."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, username: str, **options: Any) -> None:
        user = User.objects.filter(username=username).first()
        if user is None:
            raise CommandError(f"Aucun compte ne s’appelle {username}.")
        self.handle_account(user)

    def handle_account(self, user: User) -> None:
        raise NotImplementedError
