"""The import in Wagtail's admin: its form, and the account of what became of a document."""
