"""Pairs cards, facts, rows and columns of two reports that are about the same thing."""
