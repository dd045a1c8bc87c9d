"""Compares two states of a document, and describes each change in words.

Each change has a trail: the labels of the form that lead to its place.
"""
