"""Reads the comments of exported reports, which complete what Markdown cannot express.

There is one comment before each block. `comment` parses it, `markers` finds it in the file,
`regions` decides which elements below belong to it. `readers` read these as the named block, and
`overlay` adds the values of the comment. `contradiction` refuses a comment that the words below
contradict, and `keys` keeps its ids if they are free.
"""
