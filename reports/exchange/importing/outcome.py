"""The result of importing a report file."""

from collections import Counter
from dataclasses import dataclass, field

from reports.exchange.importing.draft import Draft
from reports.exchange.importing.fidelity import Fidelity
from reports.exchange.importing.findings import Notice


@dataclass
class Outcome:
    """The result of an import, which the command prints and the admin shows."""

    year: int
    path: str
    status: str  # « créé », « remplacé », « inchangé », « publié », « simulé »
    fidelity: Fidelity
    drafts: list[Draft]
    prose: list[tuple[int, str]]  # lines of the file and the words of each paragraph there
    notices: list[Notice]
    made: dict[str, int] = field(default_factory=dict)
    changes: list[str] = field(default_factory=list)
    """What differs from the last import of the same file: « langue : français → anglais »."""
    ids: list[str] = field(default_factory=list)
    """The ids of the blocks, in the order of the drafts."""
    checked: dict[str, int] = field(default_factory=dict)
    """How many errors and warnings are open, and how many findings are acknowledged."""

    @property
    def recognised(self) -> dict[str, int]:
        """How many blocks of each kind there are."""
        return dict(Counter(draft.kind for draft in self.drafts))
