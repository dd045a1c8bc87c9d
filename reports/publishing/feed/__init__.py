"""The change feed: an entry for each act that changes something public, in the order of acts."""
