from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class ReportsConfig(AppConfig):
    name = "reports"
    verbose_name = "Bilans"

    def ready(self) -> None:
        from reports import signals
        from reports.desk import deleting
        from reports.freshness import triggers

        deleting.install()
        signals.connect()
        pre_migrate.connect(triggers.remove, sender=self)
        post_migrate.connect(triggers.install, sender=self)
