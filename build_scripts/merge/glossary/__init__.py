"""Where the terms of a glossary stand, which of these places become links, and what of it is at fault."""
