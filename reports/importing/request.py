"""What an import is asked."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Request:
    """What the command was asked."""

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
