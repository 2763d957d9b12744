# The words of the interface: all that the generator itself says on the pages that it writes.
# Project Fluent, https://projectfluent.org. A translation is one file like this one; see
# "Translating the interface" in docs/guide/maintaining.md. Everything is text: no HTML, no Markdown.
#
# A message may be left out of a translation, which then shows the English one; none may be added.
# $count and $characters are numbers, which messages may ask for their plural; all else is text.

## Titles of pages, and what stands on empty ones

readings-title = Readings
glossary-title = Glossary
# One letter of a large glossary.
glossary-letter-title = Glossary: { $initial }
timeline-title = Timeline
overview-title = Overview
no-readings = There are no readings yet.
no-terms = There are no entries yet.
no-events = There are no events yet.

## Lists of names, and other punctuation

# Between the names of several people, and the facts about a source.
comma = { ", " }
# Between spellings, and translations, which may hold commas themselves.
semicolon = { "; " }
quotation = “{ $words }”
# First and last day of an event.
period = { $start } – { $end }
# “Serbian (Latin)”
language-with-details = { $language } ({ $details })

## A reading as a publication, above its text

author = Author
publisher = Publisher
published = Published
language = Language
# The value behind `language`.
translated-from = { $language }, translated from { $original }
translator = Translator
# The people who speak in the text.
voices = Voices
# Folded, below the rows above.
about-text = About this text
title-row = Title
title-by-editors = supplied by the editors; the source has none
version-of = Version of
translation-of = Translation of
original = Original
rights = Rights
source-file = Source file
source-facts =
    { $characters ->
        [one] { $file }, { $characters } character, sha256 { $sha256 }
       *[other] { $file }, { $characters } characters, sha256 { $sha256 }
    }
# $facts are the source-facts.
source-facts-with-header = { $facts }; before the text the file has { $header }

## A reading in parts

part-title = { $part } – { $reading }
part-of = Part of { $reading }
# The name of the links to the part before and the part after.
parts = Parts
previous-part = ← { $title }
next-part = → { $title }

## A reading that has another address now

moved-title = Moved: { $title }
moved = This reading has moved to { $reading }.

## Marks in the text; most of these are read out by screen readers

paragraph = Paragraph { $number }
note-mark = Note { $number }
cross-reference-mark = Cross-reference { $letter }
correction-mark = Probable reading: { $words }
term-mark = Glossary: { $term }
# $mark is one of the above.
draft-mark = { $mark } (draft)
disputed-mark = { $mark } (disputed)
# Before the marks of notes on no single passage.
marks-of-whole-reading = On the whole reading: { $marks }

## Entries below the text

notes-heading = Notes
cross-references-heading = Cross-references
corrections-heading = Textual notes
terms-heading = Glossary terms on this page
# What a note is on, where it is no quotation.
whole-reading = The whole reading
paragraphs = Paragraphs { $first }–{ $last }
# The link from an entry to its place in the text, and what screen readers say of it.
way-back = ↑ ¶{ $number }
way-back-spoken = Back to the text, paragraph { $number }
draft = Draft
disputed = Disputed
probable-reading = Probable reading: { $words } ({ $certainty })
certainty-certain = certain
certainty-likely = likely
certainty-conjecture = conjecture

## Sources and people behind an entry

sources =
    { $count ->
        [one] Source:
       *[other] Sources:
    }
accessed = accessed { $date }
undated = n.d.
reference-with-note = { $reference } ({ $note })
reviewed-by = reviewed by { $names }

## Cross-references: how what they lead to is related to where they stand

related = { $relation }: { $passage }
relation-agrees = Agrees with
relation-agrees-in-part = Agrees in part with
relation-contrasts = Contrasts with
relation-later-development = Later development
relation-earlier-stage = Earlier stage
relation-same-subject = Same subject
relation-same-person = Same person
relation-explains = Explained by
relation-quotes = Quotes

## The same, seen from the other end

far-relation-agrees = Agrees with
far-relation-agrees-in-part = Agrees in part with
far-relation-contrasts = Contrasts with
far-relation-later-development = Earlier stage
far-relation-earlier-stage = Later development
far-relation-same-subject = Same subject
far-relation-same-person = Same person
far-relation-explains = Explains
far-relation-quotes = Quoted by

## Passages, as they are named away from their place

passage-on-page = { $passage }, { $place }
passage-elsewhere = { $passage }, { $reading }, { $place }
# $place in the two above.
in-paragraph = paragraph { $number }
in-paragraphs = paragraphs { $first }–{ $last }
# Notes, as links to them are called in a sentence.
note-on-paragraph = the note on paragraph { $number }
note-on-paragraphs = the note on paragraphs { $first }–{ $last }
note-on-whole-reading = the note on the whole reading

## Annotations of a reading, counted, in the list of readings

names-of-voices = Voices: { $names }
count-notes =
    { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
count-cross-references =
    { $count ->
        [one] { $count } cross-reference
       *[other] { $count } cross-references
    }
count-corrections =
    { $count ->
        [one] { $count } textual note
       *[other] { $count } textual notes
    }
count-terms =
    { $count ->
        [one] { $count } glossary term
       *[other] { $count } glossary terms
    }
no-annotations = no annotations yet

count-events =
    { $count ->
        [one] { $count } event
       *[other] { $count } events
    }
count-readings =
    { $count ->
        [one] { $count } reading
       *[other] { $count } readings
    }

## Pictures: the timeline, and the overview of the collection

# What screen readers hear of the pictures.
timeline-picture = The events on an axis of time; the list below tells of each
overview-picture = Readings, the terms they share, and the references between them; the tables below tell the same
# Below the timeline. The first bar is hollow, the second filled.
timeline-key = Time runs downwards. A dot is a day; a hollow bar, a month or a year of which no more is known; a filled bar, a period. Where the axis is dotted, years are left out, and the scale changes.
# Above the overview.
overview-key = Lines lead from readings to the terms they share: the thicker, the more places. Dashed lines beside the readings are cross-references between them, with their number.
nothing-shared = The readings share no terms yet, and no cross-reference leads from one to another.
# $what is counts of readings and glossary terms.
left-out = Left out of the picture: { $what }. Those with the most in common are shown.
# $count says how many cross-references there are.
between = { $first } – { $other }: { $count }
overview-tables = The same in tables
shared-terms = Terms in two or more readings
term-column = Term
readings-column = Readings, with the number of places
references-between = Cross-references between passages
from-column = From
to-column = To
relations-column = The other passage
with-count = { $what } ({ $count })

## Glossary

other-forms = In the texts also: { $forms }
translation = { $language }: { $name }
places =
    { $count ->
        [one] { $count } place in the texts
       *[other] { $count } places in the texts
    }

## Kinds of terms, as headings. A project may add its own: kinds-ship = Ships

kinds-person = People
kinds-organisation = Organisations
kinds-place = Places
kinds-event = Events
kinds-treaty = Treaties
kinds-concept = Concepts
kinds-work = Works
kinds-publication = Publications
kinds-word = Words

## The same, of a single term. A project may add its own: kind-ship = ship

kind-person = person
kind-organisation = organisation
kind-place = place
kind-event = event
kind-treaty = treaty
kind-concept = concept
kind-work = work
kind-publication = publication
kind-word = word
