"""Numbers in words that cite figures: how they are printed, and whether they hold."""
