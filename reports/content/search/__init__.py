"""Search: words are stemmed when they are saved, and found by whole stems on any database."""
