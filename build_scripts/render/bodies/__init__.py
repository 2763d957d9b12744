"""Bodies of annotations: a safe subset of Markdown, its links, and what is refused."""
