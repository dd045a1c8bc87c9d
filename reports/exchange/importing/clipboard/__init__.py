"""Reads pasted content: HTML of a word processor, spreadsheet or web page, or plain text.

`cleaning` turns it into the HTML of a report file, without anything invisible. `reading` recognises
blocks in it as in a file. `states` gives them the form that the editor inserts, with a description
of each, so that the user can confirm them before anything is stored.
"""
