count-terms =
    { $count ->
        [singular] one note
       *[other] { $count } notes
    }
