"""The configuration of the Django app `reports`."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class ReportsConfig(AppConfig):
    """The Django app whose label and migrations the apps in `reports` share, but for optional ones.

    Its receivers prepare and finish the content version around migrations, and write the first
    version of reports that have none.
    """

    name = "reports"
    verbose_name = "Bilans"

    def ready(self) -> None:
        from reports.content.content_version import migrations
        from reports.publishing.versions import missing

        post_migrate.connect(missing.make_first_versions, sender=self)
        pre_migrate.connect(migrations.prepare_migration, sender=self)
        post_migrate.connect(migrations.finish_migration, sender=self)
