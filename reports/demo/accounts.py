"""Creates the demonstration accounts. Their passwords are public: production refuses them."""

from django.contrib.auth.models import Group

from reports.content.authentication import PUBLISHED_PASSWORDS
from reports.content.models import User
from reports.content.models.roles import ADMINISTRATORS, APPROVERS, EDITORS

ACCOUNTS = (
    ("redaction", "rédige et soumet", EDITORS),
    ("validation", "relit et publie", APPROVERS),
    ("administration", "administre", ADMINISTRATORS),
)


def list_accounts() -> list[tuple[str, str, str]]:
    """Return the name, the password and what each account does."""
    return [(name, PUBLISHED_PASSWORDS[group], task) for name, task, group in ACCOUNTS]


def ensure_accounts() -> None:
    """Create the accounts that are missing, once the groups exist. Others stay as they are."""
    for name, _, group in ACCOUNTS:
        if User.objects.filter(username=name).exists():
            continue
        user = User.objects.create_user(name, password=PUBLISHED_PASSWORDS[group])
        user.groups.add(Group.objects.get(name=group))
