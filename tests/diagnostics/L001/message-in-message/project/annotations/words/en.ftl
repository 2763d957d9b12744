glossary-title = Lexicon
list-part-title = { glossary-title }: { $part }
