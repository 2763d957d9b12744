accessed = seen on { DATETIME($date) }
