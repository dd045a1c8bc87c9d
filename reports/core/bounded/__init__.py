"""Runs parsers of uploaded or pasted files in a separate process, with limits.

A file can make a parser use any amount of time and memory. `process` calls the worker, `worker`
runs in the other process, `limits` sets how much memory and processor time it may use.
"""
