"""Write the pages of the site as Markdown, with pure functions."""
