"""The checks in Wagtail's admin: views of findings, columns in the list of reports, refusals."""
