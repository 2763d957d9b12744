count-terms = { NUMBER($count, minimumFractionDigits: 1000000000) } notes
