-lexicon = Lexicon
-letter-of-lexicon = Letter of the { -lexicon }
glossary-title = { -lexicon }
