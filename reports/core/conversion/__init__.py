"""Blocks that are read again as blocks of another type: tables, lists, cards, pictures and charts.

A block is taken apart into rows or lines, and the type that somebody chose is made of these. Ids of
rows, columns and items stay. What has no place in the new type is named before anybody agrees.
"""
