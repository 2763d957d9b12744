"""Build a site in parts, each of which another process or machine can make."""
