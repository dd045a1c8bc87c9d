"""Conversions in Wagtail's admin: what the edit view of a report asks."""
