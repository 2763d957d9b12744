glossary-title = Lexicon
glossary-letter-title = { glossary-title }: { $initial }
