"""Functions that read what people give, in a process of their own with bounds.

Time, processor and memory of a parser are its text's to decide. `process` asks, `worker` answers,
`limits` is what a process may use.
"""
