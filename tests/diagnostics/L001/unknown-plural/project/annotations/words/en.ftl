count-notes =
    { $count ->
        [singular] one note
       *[other] { $count } notes
    }
