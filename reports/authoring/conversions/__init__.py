"""Converts a block of a report that is being edited to another type: « Lire comme… ».

The gains and losses are shown first. The form then receives the converted blocks; nothing is
stored.
"""
