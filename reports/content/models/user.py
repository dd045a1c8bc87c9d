"""The user model of the project, and its manager."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, UserManager
from django.contrib.auth.password_validation import validate_password


class AccountManager(UserManager["User"]):
    """Django's user manager, which validates the passwords of superusers too.

    The command `createsuperuser` offers to skip the validators, and skips them with `--noinput`.
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
    """Somebody who signs in to the admin.

    It is a model of our own since the first migration, because a later change would be costly.
    """

    objects: ClassVar[AccountManager] = AccountManager()

    class Meta:
        app_label = "reports"
        verbose_name = "utilisateur"
        verbose_name_plural = "utilisateurs"
