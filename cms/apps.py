"""The Django app of the service: connects receivers, senders and system checks at startup."""

from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import Error, register


class CmsConfig(AppConfig):
    name = "cms"

    def ready(self) -> None:
        from cms.operations import deployment, mail, password_resets, purging
        from reports.publishing import outbox
        from reports.publishing.webhooks import sender
        from reports_graphql import import_renderer

        import_renderer.register()
        register(check_manifest)
        outbox.register_sender(mail.KIND, mail.deliver)
        outbox.register_sender(password_resets.KIND, password_resets.deliver)
        sender.connect()
        deployment.register_checks()
        if settings.WAGTAILFRONTENDCACHE:
            purging.connect_receivers()


def check_manifest(**kwargs: Any) -> list[Error]:
    """Report each file of trusted documents that cannot be read; the server runs without it."""
    from reports_graphql.manifest import read_manifest

    return [
        Error(problem, hint="See GRAPHQL_MANIFEST in docs/operators.md.", id="cms.E001")
        for problem in read_manifest().problems
    ]
