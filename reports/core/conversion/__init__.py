"""Converts blocks to another type: tables, lists, cards, pictures and charts.

A block is split into rows or lines, and the chosen type is built from these. Rows, columns and
items keep their ids. Editors see what the new type cannot hold before they agree.
"""
