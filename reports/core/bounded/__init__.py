"""Runs parsers of what people upload or paste in a process of their own, with bounds.

A text can make a parser take any time and memory. `process` calls the worker, `worker` runs in
the other process, `limits` sets what that may use.
"""
