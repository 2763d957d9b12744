"""The page of a reading: its text, its marks, its apparatus, its tools."""
