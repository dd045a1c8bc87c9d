"""The import in Wagtail's admin: its form, the account of the result, and pasting into a body."""
