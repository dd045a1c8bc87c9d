"""Pairs of cards, facts, rows and columns of two reports that speak of the same thing."""
