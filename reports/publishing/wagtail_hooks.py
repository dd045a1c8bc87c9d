"""Wagtail hooks of publishing: links, corrections, webhooks, releases and versions."""

from reports.publishing.corrections.admin import hooks as corrections
from reports.publishing.previews import hooks as previews
from reports.publishing.releases.admin import hooks as releases
from reports.publishing.versions.admin import hooks as versions
from reports.publishing.webhooks.admin import hooks as webhooks

previews.register_hooks()
corrections.register_hooks()
webhooks.register_hooks()
releases.register_hooks()
versions.register_hooks()
