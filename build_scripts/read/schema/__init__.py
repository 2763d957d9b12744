"""The annotation format as pydantic models, which check each entry by itself.

Contributors write against these models. Every value arrives as a string, a list or a mapping; None
stands for a key without a value.
"""
