"""Pages that list: the glossary, people, cross-references, annotations, sources."""
