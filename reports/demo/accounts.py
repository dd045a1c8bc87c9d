"""Demonstration accounts. Their passwords are public: production settings refuse them."""

from wagtail.models import Page

from reports.demo import groups
from reports.models import User

ACCOUNTS = (
    ("redaction", "bilan-redaction", "rédige et soumet", groups.EDITORS),
    ("validation", "bilan-validation", "relit et publie", groups.APPROVERS),
    ("administration", "bilan-administration", "administre tout", None),
)


def listed() -> list[tuple[str, str, str]]:
    """Name, password and role of each account."""
    return [(name, password, role) for name, password, role, _ in ACCOUNTS]


def ensure() -> None:
    """Makes the accounts that are missing; leaves those that are there as they are."""
    made = groups.ensure(Page.get_first_root_node())
    for name, password, _, group in ACCOUNTS:
        if User.objects.filter(username=name).exists():
            continue
        user = User.objects.create_user(name, password=password, is_superuser=group is None)
        if group:
            user.groups.add(made[group])
