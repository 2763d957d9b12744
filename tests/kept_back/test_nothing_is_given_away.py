"""What is kept back of a text is in no file that the generator writes, and nothing else is missing.

The glossary gives its own forms away: these words are not looked for.
"""
