rights = Rights { "\UFFFFFF" }
