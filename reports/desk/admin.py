"""Where working together is in the admin."""

from wagtail import hooks

from reports.desk import accounts, deleting


def connect() -> None:
    """Tells Wagtail of all this."""
    hooks.register("register_permissions", deleting.permissions)
    hooks.register("before_bulk_action", accounts.before_bulk)
