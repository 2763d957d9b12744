"""Read sources and annotations from disk into values with positions; the only room with pydantic."""
