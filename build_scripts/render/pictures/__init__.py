"""The timeline and the overview, as pictures and as pages."""
