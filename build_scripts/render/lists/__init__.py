"""The pages that list readings, terms, people, cross-references, annotations and sources."""
