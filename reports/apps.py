from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class ReportsConfig(AppConfig):
    name = "reports"
    verbose_name = "Bilans"

    def ready(self) -> None:
        from reports import signals
        from reports.desk import deleting
        from reports.freshness import triggers
        from reports.records import deletion

        deleting.install()
        signals.connect()
        deletion.connect()
        pre_migrate.connect(triggers.remove, sender=self)
        post_migrate.connect(triggers.install, sender=self)
