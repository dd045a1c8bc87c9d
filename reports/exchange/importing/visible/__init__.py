"""Finds what a reader of a file sees without the importer's tree, so that nothing is lost unseen.

`words` is the entry: it renders the file with another Markdown library and reads tags in a row.
"""
