"""Collects the citations that a report could have, and those that say another value by now."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from html import escape

from reports.authoring.citations.candidates import Candidate
from reports.authoring.citations.proposals import Proposal, Proposer
from reports.authoring.replacements.collector import Collector
from reports.authoring.replacements.passage import build_passage
from reports.core.citations.citation import Citation, FindFigure, Outcome, find_citations
from reports.core.figures.locale import current_locale
from reports.core.text.citations import StoredCitation, has_citations, write_citation
from reports.core.text.edits import Change, Edit
from reports.core.text.html_lines import HtmlLine, iterate_html_lines


def find_nothing(text: str, native: str) -> Iterable[Change]:
    """Find nothing in words that cannot cite figures."""
    return ()


class ProposalCollector(Collector):
    """Proposes figures for the numbers in rich text, and makes citations of the chosen ones.

    The key of an option among several is that of the passage, a colon and its number from 0.
    """

    def __init__(self, proposer: Proposer, chosen: Container[str] = ()) -> None:
        super().__init__(find_nothing, False, chosen)
        self.proposer = proposer

    def edit_html(self, html: str, trail: tuple[str, ...]) -> list[Edit]:
        return [
            edit
            for line in iterate_html_lines(html)
            for proposal in self.proposer.propose(line.text)
            if line.is_free(proposal.start, proposal.end)
            for edit in self.offer(html, line, proposal, trail)
        ]

    def edit_note(self, html: str, trail: tuple[str, ...]) -> list[Edit]:
        """A note cites nothing."""
        return []

    def offer(
        self, html: str, line: HtmlLine, proposal: Proposal, trail: tuple[str, ...]
    ) -> Iterator[Edit]:
        """Record a proposal, and yield the edit that cites the figure that is chosen, if any."""
        key = self.next_key()
        options = tuple(describe_option(each.candidate) for each in proposal.options)
        is_clear = len(options) == 1
        words = line.text[proposal.start : proposal.end]
        change = (Edit(proposal.start, proposal.end, words),)
        passage = build_passage(key, self.block, self.place(trail), line.text, change)
        self.passages.append(
            replace(passage, note=options[0]) if is_clear else replace(passage, options=options)
        )
        for number, option in enumerate(proposal.options):
            if self.is_chosen(key if is_clear else f"{key}:{number}"):
                start, end = line.places[proposal.start][0], line.places[proposal.end - 1][1]
                address = str(option.candidate.address)
                cited = StoredCitation((address,), proposal.way.value, html[start:end])
                yield Edit(start, end, write_citation(cited))


class OutdatedCollector(Collector):
    """Finds the citations whose words say another value than their figures, and corrects them."""

    def __init__(self, find_figure: FindFigure, chosen: Container[str] = ()) -> None:
        super().__init__(find_nothing, False, chosen)
        self.find_figure = find_figure

    def edit_html(self, html: str, trail: tuple[str, ...]) -> list[Edit]:
        lines = list(iterate_html_lines(html)) if has_citations(html) else []
        return [
            edit
            for citation in find_citations(html)
            for line in lines
            if (found := line.find_range(*citation.match.span(2)))
            for edit in self.correct(citation, line, found, trail)
        ]

    def correct(
        self, citation: Citation, line: HtmlLine, found: tuple[int, int], trail: tuple[str, ...]
    ) -> Iterator[Edit]:
        """Record a citation that differs, and yield the edit that corrects it if it is chosen."""
        checked = citation.check(self.find_figure, current_locale())
        is_whole = not citation.cut and not citation.scale  # else new words would not be the number
        if checked.outcome is Outcome.DIFFERS and is_whole:
            change = (Edit(*found, checked.expected),)
            if self.record(line.text, change, trail):
                yield Edit(*citation.match.span(2), escape(checked.expected, quote=False))


def describe_option(candidate: Candidate) -> str:
    return f"{candidate.source} · {candidate.place}"
