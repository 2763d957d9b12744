"""Where each entry is used: mentions, and cross-references from their far ends."""
