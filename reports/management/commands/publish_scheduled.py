from typing import Any

from wagtail.management.commands.publish_scheduled import Command as PublishScheduled

from reports.checks import schedule


class Command(PublishScheduled):
    help = (
        "Publie et dépublie ce dont l’heure est venue. Un bilan qui a des erreurs est retenu : "
        "son brouillon reste, l’historique et un message le disent, le reste est publié."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["dryrun"]:
            schedule.hold_due(self.stdout.write)
        super().handle(*args, **options)
