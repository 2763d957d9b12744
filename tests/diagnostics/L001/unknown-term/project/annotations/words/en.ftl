-lexicon = Lexicon
glossary-title = { -lexicon }
term-mark = { -lexicn }: { $term }
