"""Observations: the figures that public reports state of indicators, and the series they form."""
