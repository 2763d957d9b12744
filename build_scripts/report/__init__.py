"""Write diagnostics and changes for people and programs. Pure functions."""
