"""From texts and annotations to placed annotations and segments; pure functions throughout."""
