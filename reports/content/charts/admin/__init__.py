"""Charts in Wagtail's admin: previews of drawing and transcription while an editor types data."""
