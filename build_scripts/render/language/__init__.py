"""Put the interface into words: messages, dates and names of languages."""
