from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, UserManager
from django.contrib.auth.password_validation import validate_password


class AccountManager(UserManager["User"]):
    """Django's manager, which validates the passwords of superusers too.

    The command `createsuperuser` offers to bypass them, and asks none of them with `--noinput`.
    """

    use_in_migrations = True

    def create_superuser(
        self,
        username: str,
        email: str | None = None,
        password: str | None = None,
        **fields: Any,
    ) -> "User":
        if password is not None:
            validate_password(password, self.model(username=username, email=email or ""))
        return super().create_superuser(username, email, password, **fields)


class User(AbstractUser):
    """Somebody who signs in to the admin. Ours from the first migration: costly to swap later."""

    objects: ClassVar[AccountManager] = AccountManager()

    class Meta:
        app_label = "reports"
        verbose_name = "utilisateur"
        verbose_name_plural = "utilisateurs"
