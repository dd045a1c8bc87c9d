"""Guards on citations: words that hold, addresses that nobody sees, what is told of a change."""

from .guard import Guard

CITED = "reports/core/citations"
LINES = "reports/core/text/cited_lines.py"
TESTS = "tests/reports/core"
ANSWERED = "tests/reports_graphql/test_citations.py"
LISTED = "tests/reports/authoring/citations/test_lists.py"
CORRECTED = "tests/reports/publishing/corrections/test_cited_numbers.py"

CITATIONS = [
    Guard(
        "words that are printed otherwise differ",
        f"{CITED}/holding.py",
        "return is_printed_alike(words, value.figure)",
        "return True",
        f"{TESTS}/citations/test_holding.py",
    ),
    Guard(
        "words without their unit differ",
        f"{CITED}/holding.py",
        "    return words.unit is value.unit\n",
        "    return True\n",
        f"{TESTS}/citations/test_holding.py",
    ),
    Guard(
        "a citation in a line is found",
        f"{CITED}/citation.py",
        'return cite_line(visit.value, stored) if stored else ""',
        'return ""',
        "tests/reports/checks",
        "citation_differs or citation-differs",
    ),
    Guard(
        "the place of words that stand twice",
        LINES,
        "for _ in range(citation.occurrence if words else 0):",
        "for _ in range(1 if words else 0):",
        f"{TESTS}/text/test_cited_lines.py",
    ),
    Guard(
        "citations of a line do not overlap",
        LINES,
        "        if start >= end:\n",
        "        if True:\n",
        f"{TESTS}/text/test_cited_lines.py",
    ),
    Guard(
        "addresses beside a line that the public does not see",
        "reports/core/document/public_ids.py",
        "changes[part.cited_in] = split_cited_line(html)[1]",
        "pass",
        ANSWERED,
        "heading",
    ),
    Guard(
        "addresses in a text that the public does not see",
        "reports/publishing/cited_figures.py",
        "return write_citation(citation) if is_seen else citation.html",
        "return write_citation(citation)",
        ANSWERED,
    ),
    Guard(
        "a copy cites its own figures",
        f"{CITED}/copies.py",
        "    body = change_citations(derive_new_ids(stored, key), follow)\n",
        "    body = derive_new_ids(stored, key)\n",
        f"{TESTS}/citations/test_copies.py",
    ),
    Guard(
        "a form keeps citations alone",
        "reports/content/blocks/cited_lines.py",
        "for each in stored if read_addresses(each.addresses))",
        "for each in stored)",
        LISTED,
        "alone",
    ),
    Guard(
        "a goal is not cited as a result",
        "reports/authoring/citations/proposals.py",
        "        is_said_as_aim(number.statement) != candidate.is_target\n        or ",
        "        ",
        LISTED,
    ),
    Guard(
        "a number counts what its figure counts",
        "reports/authoring/citations/proposals.py",
        "if number.figure.unit is None and not is_counted(number, candidate):",
        "if False:",
        LISTED,
    ),
    Guard(
        "a number that changed alone is not told with its figure",
        "reports/publishing/corrections/cited_numbers.py",
        "if path in changed)",
        "if True)",
        CORRECTED,
    ),
]
