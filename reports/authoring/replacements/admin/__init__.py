"""The views that the edit form of a report calls to replace text."""
