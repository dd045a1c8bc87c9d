"""The body's form, in which only the blocks that an editor opens have fields.

A folded block posts the digest of what storage has of it; the server takes it from there.
"""
