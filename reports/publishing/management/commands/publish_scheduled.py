"""The management command that publishes and unpublishes what is due, and updates the feed."""

from typing import Any

from django.core.management.base import CommandError
from django.utils import timezone
from wagtail.management.commands.publish_scheduled import Command as PublishScheduled

from reports.content import process_lock
from reports.content.audit.retention import delete_expired
from reports.publishing.feed import retention
from reports.publishing.feed.announcement import announce_all
from reports.publishing.scheduled import run_due


class Command(PublishScheduled):
    help = (
        "Publie et dépublie ce dont l’heure est venue. Un bilan qui a des erreurs est retenu : "
        "son brouillon reste, l’historique et un message le disent, le reste est publié. "
        "Une seule à la fois : une deuxième s’arrête aussitôt."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["dryrun"]:
            super().handle(*args, **options)
            return
        with process_lock.hold("publish_scheduled") as acquired:
            if not acquired:
                self.stdout.write("publish_scheduled tourne déjà : rien à faire ici.")
                return
            failures = run_due(self.stdout.write)
            announce_all()
            retention.delete_expired()
            delete_expired(timezone.now())
        if failures:
            raise CommandError(f"Échecs : {failures}. Le journal dit lesquels.")
