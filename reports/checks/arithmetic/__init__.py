"""Exact arithmetic on printed figures: totals, shares, growth and announced counts."""
