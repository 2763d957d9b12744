author = Writer
    .hint = Who wrote it
