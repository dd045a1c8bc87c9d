"""The outcome of importing an archive, and the message of a refusal."""

from dataclasses import dataclass, field

from reports.core.refusal import Refusal
from reports.exchange.archives.archive import Archive
from reports.exchange.archives.storing.differences import Differences

MAX_DIFFERENCES = 20  # differences that a refusal names


@dataclass
class Outcome:
    """The result of importing an archive, which the command prints."""

    year: int
    path: str
    status: str  # « créé », « remplacé », « inchangé », « simulé »
    versions: int = 0
    replaced: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def demand_free(archive: Archive, found: Differences, replace: bool) -> None:
    """Raise Refusal if the import would conflict with existing data, with a list of conflicts."""
    if found.forbidden:
        raise Refusal(describe(f"Le bilan {archive.year} n’est pas importé.", found.forbidden))
    if found.replaceable and not replace:
        head = f"Le bilan {archive.year} n’est pas importé : ceci est déjà ici, et autrement."
        raise Refusal(f"{describe(head, found.replaceable)}\n--replace le remplace.")


def describe(head: str, sentences: list[str]) -> str:
    listed = sentences[:MAX_DIFFERENCES]
    more = len(sentences) - len(listed)
    lines = [head, *(f"  {each}" for each in listed), *([f"  et {more} de plus"] if more else [])]
    return "\n".join(lines)


def list_notices(
    archive: Archive, outcome: Outcome, pages: int, acknowledgements: int
) -> list[str]:
    notices = []
    if archive.page["path"] != outcome.path:
        notices.append(f"le chemin est ici {outcome.path}, et non {archive.page['path']}")
    if pages:
        notices.append(
            f"pages citées qui ne sont pas ici : {pages} ; les mots de leurs liens restent. "
            "Importez ces pages, puis l’archive avec --replace"
        )
    if acknowledgements:
        notices.append(f"constats assumés qui ne se retrouvent pas ici : {acknowledgements}")
    return notices
