"""Roll-forward in Wagtail's admin: buttons, form, panel, history."""
