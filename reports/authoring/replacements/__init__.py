"""Replacements in the body of a report that is being edited: what is sought, or what rules mend.

They are shown first, each where it is made; those that are taken give the blocks anew.
"""
