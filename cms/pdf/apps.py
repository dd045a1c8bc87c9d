"""The Django app that makes the PDFs of reports."""

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class PdfConfig(AppConfig):
    name = "cms.pdf"
    label = "pdf"

    def ready(self) -> None:
        from cms.pdf import receivers

        receivers.connect()
        models = apps.get_app_config("reports")  # an app without models gets no signal
        post_migrate.connect(receivers.check_after_migration, sender=models)
