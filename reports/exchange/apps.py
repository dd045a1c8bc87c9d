"""The configuration of the Django app `reports.exchange`."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """The Django app that imports and exports reports: files, archives and pasted text."""

    name = "reports.exchange"
    label = "reports_exchange"
    verbose_name = "Échange"

    def ready(self) -> None:
        from reports.checks.context import register_facts
        from reports.content.folding.body_tools import register_body_tool
        from reports.exchange.importing.clipboard.body_tool import PASTE
        from reports.exchange.importing.notices import find_notices

        register_body_tool(PASTE)
        register_facts("notices", find_notices)
