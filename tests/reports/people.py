"""People with the roles of the demonstration."""

from reports.demo import accounts
from reports.editorial.set_up import set_up
from reports.importing.tree import report_index
from reports.models import User


def make_people() -> dict[str, User]:
    """Return an editor, an approver and an administrator by name, and make their workflow."""
    report_index()
    set_up()
    accounts.ensure_accounts()
    return {user.username: user for user in User.objects.all()}
