"""Names people for an archive, never with the name of an account or an e-mail address."""

from typing import Any

from reports.publishing.models import ReportVersion

NAMELESS = "Compte sans nom"


def name_person(name: str, account: Any) -> str:
    """Return the name of somebody, unless it is that of the account or an e-mail address."""
    username = account.get_username() if account else ""
    return NAMELESS if "@" in name or name in ("", username) else name


def name_author(version: ReportVersion) -> str:
    """Return who published a version, if somebody did; of one that was withdrawn, nobody."""
    if version.withdrawn_at:
        return ""
    if version.author:
        return name_person(version.author.get_full_name(), version.author)
    return str(version.author_name)
