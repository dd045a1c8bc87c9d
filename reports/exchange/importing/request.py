"""The request for an import, which the command and the admin build."""

from dataclasses import dataclass
from pathlib import Path

from reports.content.models import ReportIndexPage, User
from reports.core.refusal import Refusal
from reports.core.text.french_spaces import format_count
from reports.exchange.importing.source import Source


@dataclass(frozen=True)
class Request:
    """The file to import, and the options of the import."""

    file: Path
    year: int | None = None
    assets: Path | None = None
    publish: bool = False
    acknowledge: str = ""
    replace: bool = False
    dry_run: bool = False
    accept_loss: int | None = None  # exactly how many words may be lost
    vocabulary: Path | None = None  # the programme's words, in TOML
    language: str | None = None  # of the report, whatever its front matter says
    currency: str | None = None
    more: tuple[Path, ...] = ()  # the files that go on with the report
    reason: str = ""  # what readers are told of the figures that change
    title: str = ""  # of the page, whatever the file says: readers still see the file's above it
    index: ReportIndexPage | None = None  # where the report belongs; else that of the default site
    user: User | None = None  # who asks
    replaced_revision: int | None = None  # with `replace`, the draft that may be replaced
    most_text: int | None = None  # characters, fewer than a file may have


def apply_request(origin: Source, request: Request) -> None:
    """Set the requested title; refuse a file with more text than the request allows.

    Readers still see the title of the file, so that none of its words is lost.
    """
    if request.most_text is not None and len(origin.text) > request.most_text:
        size, most = map(format_count, (len(origin.text), request.most_text))
        raise Refusal(
            f"{origin.name} : {size} caractères de texte, c’est trop pour cette page (au plus "
            f"{most}). La commande import_report en lit davantage."
        )
    if request.title:
        if own := origin.title():
            origin.front.setdefault("hero_title", own)
        origin.front["title"] = request.title
