"""The change feed: an ordered list of entries, one for each change to something public."""
