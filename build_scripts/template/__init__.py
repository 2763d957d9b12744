"""The files of a new project, as `readings init` writes them."""
