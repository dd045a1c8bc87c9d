"""Refuses changes that would leave nobody who may change accounts.

Only an operator could undo such a change.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from reports.content.models import User

NEEDED = ("reports.change_user", "wagtailadmin.access_admin")
BACKEND = "reports.editorial.authentication.AccountBackend"
REFUSED = (
    "Rien n’est changé\u202f: plus personne n’aurait le droit de modifier les comptes. Donnez-le "
    "d’abord à un autre compte actif."
)


class NobodyLeft(Exception):
    """Raised when a change would leave nobody who may change accounts."""


def has_administrator() -> bool:
    """Return whether an active account may enter the admin and change accounts."""
    allowed = [User.objects.with_perm(name, backend=BACKEND).values("pk") for name in NEEDED]
    return User.objects.filter(pk__in=allowed[0]).filter(pk__in=allowed[1]).exists()


def wait_for_others() -> None:
    """Lock the content type of accounts until the transaction ends."""
    kinds = ContentType.objects.select_for_update().filter(app_label="reports", model="user")
    list(kinds.values_list("pk"))


@contextmanager
def keep_administrator() -> Iterator[None]:
    """Undo the changes made inside, and raise NobodyLeft, if nobody could change accounts
    afterwards.

    Nothing is refused if nobody could before. The lock makes simultaneous changes wait: otherwise
    two administrators who leave at once would each still find the other.
    """
    with transaction.atomic():
        wait_for_others()
        before = has_administrator()
        yield
        if before and not has_administrator():
            raise NobodyLeft


class AdministratorKept:
    """A mixin of admin views that refuses to save or delete if nobody could change accounts
    then.
    """

    request: HttpRequest

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            answer: HttpResponse = super().post(request, *args, **kwargs)  # type: ignore[misc]
        except NobodyLeft:
            messages.error(request, REFUSED)
            answer = redirect(request.path)
        return answer

    def save_instance(self) -> Any:
        with keep_administrator():
            return super().save_instance()  # type: ignore[misc]

    def delete_action(self) -> None:
        with keep_administrator():
            super().delete_action()  # type: ignore[misc]
