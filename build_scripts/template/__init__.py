"""The files of a new project, and how to install the generator for it."""
