"""Values at the limits of the format, and what is done to a project that is hard to bear."""
