"""List the files of a project and decode their bytes: names, obstacles, encodings, paragraphs."""
