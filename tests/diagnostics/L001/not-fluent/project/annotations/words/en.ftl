readings-title = Texts
paragraph = Paragraph { $number
rights = Rights
