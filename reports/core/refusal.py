"""The error of what cannot be done as it was asked, with the sentence that says why."""


class Refusal(Exception):
    """Raised to refuse an act. The message is French, whole, and says what stands in the way."""
