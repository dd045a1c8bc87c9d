"""The page that asks why a report changes, and what leads to it."""
