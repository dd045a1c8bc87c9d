"""The model of the audit log."""

from typing import Any

from django.db import models
from django.utils import timezone


class AuditEntry(models.Model):
    """One line of the audit log: something that somebody did, or tried to do.

    It outlives the account, because it has names and no foreign keys. It contains no secret.
    """

    class Action(models.TextChoices):
        SIGN_IN = "sign_in", "connexion"
        SIGN_IN_FAILED = "sign_in_failed", "connexion refusée"
        ACCOUNT_LOCKED = "account_locked", "compte bloqué"
        ACCOUNT_UNLOCKED = "account_unlocked", "compte débloqué"
        SIGN_OUT = "sign_out", "déconnexion"
        SESSION_EXPIRED = "session_expired", "session expirée"
        SESSIONS_ENDED = "sessions_ended", "sessions fermées"
        SECOND_FACTOR_ADDED = "second_factor_added", "second facteur ajouté"
        SECOND_FACTOR_REMOVED = "second_factor_removed", "second facteur retiré"
        INVITATION_MADE = "invitation_made", "invitation faite"
        IDENTITY_BOUND = "identity_bound", "identité reliée"
        RIGHTS_CHANGED = "rights_changed", "droits modifiés"
        ACCOUNT_CREATED = "account_created", "compte créé"
        ACCOUNT_DELETED = "account_deleted", "compte supprimé"
        PUBLISHED = "published", "publication"
        UNPUBLISHED = "unpublished", "dépublication"
        MERGED = "merged", "fusion de fiches"
        MERGE_UNDONE = "merge_undone", "fusion défaite"
        LINK_MADE = "link_made", "lien de relecture créé"
        LINK_OPENED = "link_opened", "lien de relecture ouvert"
        LINK_REVOKED = "link_revoked", "lien de relecture révoqué"
        PRIVATE_FILE = "private_file", "fichier privé téléchargé"
        FILE_FAILED = "file_failed", "fichier non fait"
        FILE_MADE = "file_made", "fichier fait ou inutile"
        AUDIT_EXPORTED = "audit_exported", "journal exporté"

    at = models.DateTimeField("date", default=timezone.now, db_index=True)
    action = models.CharField("acte", max_length=24, choices=Action)
    actor = models.CharField("qui", max_length=150, blank=True)
    subject = models.CharField("sur quoi", max_length=255, blank=True)
    address = models.CharField("adresse IP", max_length=45, blank=True)
    detail: Any = models.JSONField("détail", default=dict, blank=True)

    # Nobody looks for an entry by what it refers to.
    wagtail_reference_index_ignore = True

    class Meta:
        app_label = "reports"
        verbose_name = "ligne du journal"
        verbose_name_plural = "journal de sécurité"
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_action_display()} ({self.actor})"
