"""The checks in Wagtail's admin: panel, notes, list of reports, approval, refusals."""
