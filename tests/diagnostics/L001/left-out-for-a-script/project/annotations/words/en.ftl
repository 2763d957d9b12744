quotation = “…”
