"""Searches and replaces text in a report that is being edited, and applies the fixes of rules.

Each replacement is shown first; the blocks are then rebuilt with the accepted ones.
"""
