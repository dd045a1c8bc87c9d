"""Recognisers: functions that read one kind of element in the tree as a block, or return None."""
