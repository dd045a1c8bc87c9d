"""Next year's report, made of a report that is there, and what is left to fill in of it."""
