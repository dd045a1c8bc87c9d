"""Search and replace in the body of a report that is being edited, and fixes of rules.

Each replacement is shown first; the blocks are then made again with those that are accepted.
"""
