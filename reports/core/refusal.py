"""The exception for an action that is refused, with a sentence in French that says why."""


class Refusal(Exception):
    """Raised to refuse an action. The message is a whole French sentence that gives the reason."""
