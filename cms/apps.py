from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import Error, register


class CmsConfig(AppConfig):
    name = "cms"

    def ready(self) -> None:
        from cms import deployment, mail, purging
        from reports.publication import outbox
        from reports.publication.webhooks import sender

        register(check_manifest)
        outbox.register_sender(mail.KIND, mail.deliver)
        sender.connect()
        deployment.register_checks()
        if settings.WAGTAILFRONTENDCACHE:
            purging.connect_receivers()


def check_manifest(**kwargs: Any) -> list[Error]:
    """Names the files of documents that cannot be read: the server runs without them."""
    from reports_graphql.manifest import read_manifest

    return [
        Error(problem, hint="See GRAPHQL_MANIFEST in docs/operators.md.", id="cms.E001")
        for problem in read_manifest().problems
    ]
