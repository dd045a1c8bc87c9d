from django.apps import AppConfig


class DemoConfig(AppConfig):
    """The site, the reports and the accounts of the demonstration."""

    name = "reports.demo"
    label = "reports_demo"
    verbose_name = "Démonstration"
