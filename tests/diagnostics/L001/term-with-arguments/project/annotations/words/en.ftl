-lexicon = Lexicon
glossary-title = { -lexicon(case: "upper") }
