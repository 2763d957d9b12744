"""Put the interface into words: messages, dates, names of languages, sentences."""
