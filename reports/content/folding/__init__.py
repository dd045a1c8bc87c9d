"""The form of a body, in which only blocks that an editor opens have fields.

A folded block posts the digest of its stored value; the server then takes the value from storage.
"""
