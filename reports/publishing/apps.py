"""The Django app of publishing, which connects its receivers at startup."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """The app of versions, corrections, releases, change feed, outbox, webhooks and previews."""

    name = "reports.publishing"
    label = "reports_publishing"
    verbose_name = "Publication"

    def ready(self) -> None:
        from reports.checks.context import register_facts
        from reports.checks.draft_records import register_embargo
        from reports.publishing import file_retries
        from reports.publishing.cited_figures import find_cited_figures
        from reports.publishing.corrections import receivers as corrections
        from reports.publishing.feed import receivers as feed
        from reports.publishing.plain_parts import find_plain_parts
        from reports.publishing.previews import press_links, targets
        from reports.publishing.published_cells import find_published_cells
        from reports.publishing.releases import approval as releases
        from reports.publishing.releases.drafts import is_awaited
        from reports.publishing.versions import receivers as versions

        for receivers in (corrections, versions, feed, releases, file_retries, press_links):
            receivers.connect()
        targets.install_targets()
        register_embargo(is_awaited)
        register_facts("cited_figures", find_cited_figures)
        register_facts("plain_in_pdf", find_plain_parts)
        register_facts("published_cells", find_published_cells)
