"""Next year's report, begun from an existing one, and the list of what is left to fill in."""
