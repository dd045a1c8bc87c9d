"""Exports a public report into a folder that can be read, edited, kept and imported again.

`public_report` reads the report or one of its versions as the public sees it. `formats` lists the
formats, whose packages write the folder. `folder` replaces the target at the end, all or nothing.
"""
