paragraph = Paragraph { $numbr }
