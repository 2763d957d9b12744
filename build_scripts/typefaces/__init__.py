"""The typefaces of the site: cut from packages to what a page needs, and served with it."""
