"""Extracts the words that a reader sees in a file, independently of the importer.

`words` is the entry: it renders the file with another Markdown library, and reads the tags of the
result in sequence, without a tree.
"""
