"""The gate: who sees what. Every reader of public content asks a `Perspective`."""

from reports.content.visibility.perspective import NoSite, Perspective

__all__ = ["NoSite", "Perspective"]
