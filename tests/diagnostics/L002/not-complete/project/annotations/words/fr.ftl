readings-title = Textes
timeline-title = Chronologie
