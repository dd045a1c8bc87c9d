from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Somebody who signs in to the admin. Ours from the first migration: costly to swap later."""

    class Meta:
        verbose_name = "utilisateur"
        verbose_name_plural = "utilisateurs"
