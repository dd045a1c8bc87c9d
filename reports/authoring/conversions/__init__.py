"""« Lire comme… »: a block of a report that is being edited is read as one of another type.

What would be gained and lost is shown first; the blocks that are taken come back as the form has
them. Nothing is stored.
"""
