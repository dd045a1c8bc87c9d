"""The error of what cannot be done as it was asked, with the sentence that says why."""


class Refusal(Exception):
    """What was asked is not done. The message is French, whole, and says what stands in the way."""
