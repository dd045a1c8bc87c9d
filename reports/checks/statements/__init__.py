"""Finds the numbers, results and targets that a report states, and helps to match them.

The rules in `checks.rules` compare what is found here.
"""
