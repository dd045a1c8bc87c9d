"""Exact arithmetic on printed figures: what adds up, what grew, what was announced."""
