"""The gate that decides what is public: all code that reads public content asks a `Perspective`."""

from reports.content.visibility.perspective import NoSite, Perspective

__all__ = ["NoSite", "Perspective"]
