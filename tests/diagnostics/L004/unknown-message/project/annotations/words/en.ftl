readings-title = Texts
glosary-title = Lexicon
kinds-ship = Ships
