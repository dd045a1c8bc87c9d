"""Ends sentences with one full stop, even after an abbreviated name (« Verein e.V. »)."""


def end_sentence(text: str) -> str:
    """Return a text with one full stop at its end."""
    return text if text.endswith((".", "…")) else f"{text}."
