"""Sentences that end in a name: one that is abbreviated (« Verein e.V. ») has its full stop."""


def end_sentence(text: str) -> str:
    """Return a text with one full stop at its end."""
    return text if text.endswith((".", "…")) else f"{text}."
