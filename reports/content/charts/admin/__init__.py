"""Charts at work in Wagtail's admin: the drawing and the words, while an editor types the data."""
