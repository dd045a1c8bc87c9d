"""Imports the notes of a file, Markdown's `[^1]` and footnotes of HTML, as notes of rich text.

`definitions` removes the definitions of Markdown notes from the lines, `linked` removes HTML
footnotes from the tree; both leave a mark where a note is called. `settling` gives the recognised
blocks the words of the notes that they call. A mark in plain text (a cell, a fact, a heading)
becomes text, and its note a paragraph at the end.
"""
