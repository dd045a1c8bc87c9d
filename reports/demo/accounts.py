"""Demonstration accounts. Their passwords are public: production settings refuse them."""

from django.contrib.auth.models import Group

from reports.desk.roles import ADMINISTRATORS, APPROVERS, EDITORS
from reports.models import User

ACCOUNTS = (
    ("redaction", "bilan-redaction", "rédige et soumet", EDITORS),
    ("validation", "bilan-validation", "relit et publie", APPROVERS),
    ("administration", "bilan-administration", "administre", ADMINISTRATORS),
)


def listed() -> list[tuple[str, str, str]]:
    """Name, password and role of each account."""
    return [(name, password, role) for name, password, role, _ in ACCOUNTS]


def ensure() -> None:
    """Makes the accounts that are missing, once the roles are there; leaves the others be."""
    for name, password, _, group in ACCOUNTS:
        if User.objects.filter(username=name).exists():
            continue
        user = User.objects.create_user(name, password=password)
        user.groups.add(Group.objects.get(name=group))
