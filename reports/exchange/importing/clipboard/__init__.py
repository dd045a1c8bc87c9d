"""Reads what is pasted into a body: HTML of a word processor, spreadsheet or page, or plain text.

`cleaning` makes of it the HTML of a report file, without what nobody sees; `reading` recognises
blocks in it as in any file, and gives them the form that the editor takes; `preview` says in words
what becomes what. Nothing is stored before somebody has seen that.
"""
