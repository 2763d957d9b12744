readings-title = Texts
