"""People with the roles of the demonstration."""

from reports.authoring.roles.set_up import set_up
from reports.content.models import User
from reports.content.site_tree import report_index
from reports.demo import accounts


def make_people() -> dict[str, User]:
    """Return an editor, an approver and an administrator by name, and make their workflow."""
    report_index()
    set_up()
    accounts.ensure_accounts()
    return {user.username: user for user in User.objects.all()}
