"""The roll-forward in the admin: buttons, form, panel and history."""
