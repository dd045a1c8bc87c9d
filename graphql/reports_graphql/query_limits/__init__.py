"""Limits of depth, cost and size that a document must keep, checked before it runs.

Each check takes linear time.
"""
