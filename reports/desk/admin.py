"""Where working together is in the admin."""

from wagtail import hooks

from reports.desk import accounts, deleting
from reports.desk.home import panels


def connect() -> None:
    """Tells Wagtail of all this."""
    hooks.register("register_permissions", deleting.permissions)
    hooks.register("before_bulk_action", accounts.before_bulk)
    hooks.register("construct_homepage_panels", panels.construct)
