"""The configuration of the Django app `reports.checks`."""

from django.apps import AppConfig


class ChecksConfig(AppConfig):
    """The Django app with the rules, acknowledgements and the gate before publication."""

    name = "reports.checks"
    label = "reports_checks"
    verbose_name = "Contrôles"

    def ready(self) -> None:
        from reports.checks import receivers

        receivers.connect()
