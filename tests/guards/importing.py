"""Guards of the importer: nothing is lost, taken from elsewhere or guessed in silence."""

from .guard import Guard

PACKAGE = "reports/importing"
ACCEPTANCE = "tests/reports/importing/test_acceptance.py"
DAMAGE = "tests/reports/importing/test_damage.py"

IMPORTING = [
    Guard(
        "a refusal of what is lost or in doubt",
        f"{PACKAGE}/acceptance.py",
        "if accepted is None and fidelity.whole and not damage:",
        "if accepted is None:",
        ACCEPTANCE,
    ),
    Guard(
        "exactly the accepted number of words",
        f"{PACKAGE}/acceptance.py",
        "if accepted == fidelity.missing:",
        "if accepted is not None and accepted >= fidelity.missing:",
        ACCEPTANCE,
        "another_number",
    ),
    Guard(
        "a whole web page",
        f"{PACKAGE}/markup.py",
        "event.name.lower() in PAGE:",
        "False:",
        ACCEPTANCE,
        "web_page",
    ),
    Guard(
        "an unclosed element that ends at its indentation",
        f"{PACKAGE}/repair.py",
        "return event.is_after_blank or self.layout.is_inside(opener.line, event.line)",
        "return False",
        DAMAGE,
        "certain",
    ),
    Guard(
        "a transcription that ends before a heading",
        f"{PACKAGE}/repair.py",
        "                del self.matching.ends[opener]",
        "                pass",
        DAMAGE,
        "doubt",
    ),
    Guard(
        "an end tag without an opening one",
        f"{PACKAGE}/repair.py",
        'if number in self.matching.late or event.name == "p":',
        "if True:",
        DAMAGE,
        "doubt",
    ),
    Guard(
        "words straight in a list",
        f"{PACKAGE}/repair.py",
        "            if name in WORDLESS:",
        "            if False:",
        DAMAGE,
        "doubt",
    ),
    Guard(
        "a comment that holds another",
        f"{PACKAGE}/visible_words.py",
        "(?!<!--|-->)",
        "(?!-->)",
        DAMAGE,
        "holds_another",
    ),
    Guard(
        "HTML after a blank line",
        f"{PACKAGE}/layout.py",
        "inside and flat and depth >= CODE",
        "False",
        DAMAGE,
        "certain",
    ),
    Guard(
        "a control's own label alone",
        f"{PACKAGE}/markup.py",
        "    if block is None:",
        "    if True:",
        DAMAGE,
        "own_label",
    ),
    Guard(
        "a label that is one",
        f"{PACKAGE}/visible_words.py",
        "return end if is_label(text) else place",
        "return end",
        DAMAGE,
        "own_label",
    ),
]
