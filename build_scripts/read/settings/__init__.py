"""Read mkdocs.yml and the project's own catalogues of words."""
