term-mark = Glossary: { NUMBER($term) }
