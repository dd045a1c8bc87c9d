"""Exact arithmetic on printed figures: totals, shares, growth, announced counts."""
