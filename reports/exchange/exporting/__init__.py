"""Exports a public report into a folder that can be read, edited, kept and imported again.

`public_report` is what the public sees of a report or of one of its versions; a format writes it,
and `formats` knows them by name; `folder` puts it in its place, whole or not at all.
"""
