"""Read sources and annotations into values with positions. Only this room uses pydantic."""
