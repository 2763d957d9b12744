"""What pages say in words: the catalogue, dates, names of languages, sentences."""
