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
bibliography-title = Bibliography
# What pages are about, in lists of search engines; $title is that of the page.
readings-description = All texts of this collection, each with its people, dates and annotations.
glossary-description = { $title }: names and terms of the texts, explained, with every place where they occur.
timeline-description = The events behind the texts in the order of their dates, each with its passages.
reading-description = { $title }: the text with notes and a glossary.
part-description = { $part }. { $reading }
overview-description = Which readings have terms in common, and which refer to one another.
people-description = Everybody who speaks in the texts or is named in them, and where.
cross-references-description = Passages of the texts that belong together, side by side.
annotations-description = Every note, cross-reference, correction, term and event, to choose from.
bibliography-description = All sources that the annotations cite, each with the entries that cite it.
people-title = People and organisations
cross-references-title = Cross-references
annotations-title = All annotations
# Before links to pages like this one.
see-also = See also: { $pages }
overview-title = Overview
no-readings = There are no readings yet.
no-terms = There are no entries yet.
no-events = There are no events yet.
no-sources = There are no sources yet.

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
reading-time = Reading time
# The value behind `reading-time`.
minutes =
    { $count ->
        [one] about { $count } minute
       *[other] about { $count } minutes
    }
# Folded, below the rows above.
about-text = About this text
title-row = Title
title-by-editors = supplied by the editors; the source has none
version-of = Version of
translation-of = Translation of
original = Original
rights = Rights
source-file = Source file
# Above the text; every build is checked for it. $sha256 is the beginning of the figure.
text-row = Text
text-identical =
    { $characters ->
        [one] identical to the source file, { $characters } character, sha256 { $sha256 }
       *[other] identical to the source file, { $characters } characters, sha256 { $sha256 }
    }
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

## The tools above a text

# What screen readers call them.
reading-tools = Reading tools
# How far one has read, and how long the rest takes: both are numbers as the language writes them,
# which the page fills in as one reads, so that the words must fit each of them.
reading-progress = { $percent } · { $minutes } min left
# Which annotations are shown.
layers = Layers
layer-note = Notes
layer-cross-reference = Cross-references
layer-correction = Corrections
layer-term = Glossary terms
all-layers = All
clean-text = Clean text
# The words at the places of corrections: those of the source, or the probable ones.
words-shown = Words at corrections
as-printed = As printed
as-corrected = As corrected
# How the text is set.
text-settings = Text
text-size = Text size
smaller = Smaller
larger = Larger
line-spacing = Line spacing
narrower = Less space
wider = More space
reset = Reset

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

## What a reader may set

margin-notes = Notes in the margin

## Entries below the text

notes-heading = Notes
cross-references-heading = Cross-references
corrections-heading = Textual notes
terms-heading = Glossary terms on this page
sources-heading = Sources
# What a note is on, where it is no quotation.
whole-reading = The whole reading
paragraphs = Paragraphs { $first }–{ $last }
# The link from an entry to its place in the text, and what screen readers say of it.
way-back = ↑ ¶{ $number }
way-back-spoken = Back to the text, paragraph { $number }
draft = Draft
disputed = Disputed
status-reviewed = reviewed
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
# A remark of the editors behind a source.
remark = ({ $remark })
# When an entry was last changed, after the date on which it was written.
modified = changed { $date }
reviewed-by = reviewed by { $names }
# The link of an entry to itself.
permalink = Link
# The link from an entry to the place in its file, for whoever wants to change it.
improve-note = Improve this note
improve-cross-reference = Improve this cross-reference
improve-correction = Improve this textual note
improve-term = Improve this entry
improve-event = Improve this entry
# What screen readers say of that link. $improve is one of the above; $entry, the number or letter
# of the entry on the page, or its name.
improve-named = { $improve }: { $entry }
# A source in short: who, and when. $year may have a letter, or be `undated`.
short-citation = { $name } { $year }
short-citation-two = { $first } and { $second }
short-citation-others = { $name } et al.
# In the bibliography, before links, which are called by the next three or by their titles.
cited-by = Cited by:
cited-by-note = note on paragraph { $number }
cited-by-cross-reference = cross-reference at paragraph { $number }
cited-by-correction = textual note on paragraph { $number }

## Citing a reading, a passage of it or an entry

cite = Cite
cite-heading = Cite
cite-as = As
# Styles and formats; the last is a plain address.
cite-apa = APA
cite-mla = MLA
cite-chicago = Chicago
cite-bibtex = BibTeX
cite-ris = RIS
cite-link = Link
citation = Citation
cite-without-address = This site does not know the address that it is published at, so the citation has none.
copy = Copy
copied = Copied
close = Close
# $numbers is a range, as in 4–5.
paragraphs-cited = Paragraphs { $numbers }
# What an entry is called in citations: $entry as in `note-mark`, $words what it is on.
entry-cited = { $entry }: { $words }

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

# Folded below a cross-reference: the passage it leads to, with what stands around it.
passage-in-context = The passage in its paragraph

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

## Where an entry is mentioned or referred to

# Of the note, in its entry; and of the term or event, in its own.
mentioned-in = Mentioned in
mentions =
    { $count ->
        [one] Mentioned in { $count } other entry
       *[other] Mentioned in { $count } other entries
    }
# $context is the sentence; $place what follows here.
mention = { $place }: { $context }
note-on = Note on { $passage }
cross-reference-on = Cross-reference on { $passage }
correction-on = Textual note on { $passage }
in-glossary = Glossary: { $term }
in-timeline = Timeline: { $event }
# Below a reading: what other readings, events and entries say of it.
referred-to-heading = Referred to from
referred-cross-references =
    { $count ->
        [one] { $count } passage of other readings
       *[other] { $count } passages of other readings
    }
referred-events =
    { $count ->
        [one] { $count } event of the timeline
       *[other] { $count } events of the timeline
    }
referred-mentions =
    { $count ->
        [one] { $count } annotation elsewhere
       *[other] { $count } annotations elsewhere
    }
# $here is a passage of the reading or a note on it, $reference what refers to it.
referred-to = { $here } – { $reference }
event-with-date = { $event } ({ $date })

## Cross-references side by side

between-readings = { $one } – { $other }
within-reading = Within { $reading }
to-entries = { $reading } – glossary and timeline
# The link to a cross-reference in the reading where it is stated.
in-the-reading = In the reading

## People and organisations

# The people who write, speak and translate and are not in the glossary.
other-voices = Other voices
places-in-reading =
    { $count ->
        [one] { $reading }: { $count } place, { $first }
       *[other] { $reading }: { $count } places, the first in { $first }
    }
author-of = Author of { $reading }
speaker-in = Speaks in { $reading }
translator-of = Translator of { $reading }

## All annotations: what they are, and columns of their table

annotation-note = note
annotation-cross-reference = cross-reference
annotation-correction = textual note
annotation-term = term
annotation-event = event
column-kind = Kind
column-subject = Passage or name
column-status = Status
column-creator = By
column-reviewer = Reviewed by
reviewed = Reviewed
no-status = not stated
# Headings of what is in no reading.
annotations-of-glossary = Glossary
annotations-of-timeline = Timeline

## Choosing from a list

filter-label = Choose from this list
filter-words = Find
filter-kind = Kind
filter-reading = Reading
filter-status = Status
filter-author = By
filter-any = all
# $shown and $total are numbers, and change while one types.
filter-shown = Shown: { $shown } of { $total }

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

## What opens over a reading: annotations at their place

# The name of what opens, read out by screen readers.
annotations = Annotations
# Said where the next annotation after the last one is the first, and the other way round.
first-annotation-again = From the first annotation again
last-annotation-again = From the last annotation again

## Keys

keys-heading = Keys
# The switch below the list of keys.
keys-switch = Single letters and signs are shortcuts
key-name-enter = Enter
key-name-space = Space
key-name-escape = Esc
key-next-annotation = Next annotation
key-previous-annotation = Previous annotation
key-open-annotation = Open the annotation of a mark
key-annotate = Annotate what is selected
key-close = Close what is open
key-help = This list
key-search = Search
key-next-page = Next page
key-previous-page = Previous page

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

# $forms are names in several spellings.
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

## Hits of the search

# What a hit is, and where or by whom: “Note · Paragraph 4”. $detail may also be a date, a speaker,
# the kind of a term, or the words for a draft or a disputed entry.
hit = { $kind } · { $detail }
hit-reading = Reading
hit-note = Note
hit-cross-reference = Cross-reference
hit-correction = Textual note
hit-term = Glossary
hit-event = Timeline
hit-source = Source

## The form in which a reader annotates

annotate = Annotate
contribute-heading = Annotate these words
contribute-about-nothing-selected = No words are selected, so this is about the whole text. To annotate words, close this, select them, and press “Annotate”.
contribute-about-selection-cut = Only words of the text itself can be annotated; what was selected beside them is left out.
contribute-kind = You add
contribute-kind-note = A note
contribute-kind-correction = A correction of a misprint
contribute-kind-term = A glossary term
contribute-kind-mention = A link to a term of the glossary
contribute-kind-cross-reference = A cross-reference
contribute-kind-event = An event of the timeline
contribute-probable = What was probably meant
contribute-certainty = How sure that is
contribute-term-name = Name
contribute-term-kind = Kind: person, place, concept …
contribute-forms = Spellings in the texts, one a line
contribute-known-term = Term of the glossary
contribute-mention = At these words
contribute-link-it = link to the term
contribute-never-link-it = never link to the term
contribute-date = Date
contribute-end-date = Last day, if there are several
contribute-event-title = What happened, in a few words
contribute-relation = What the other passage is, seen from here
contribute-far = Refers to
contribute-far-passage = a passage of a text
contribute-far-term = a term of the glossary
contribute-far-event = an event of the timeline
contribute-far-reading = Text
contribute-far-words = Words of that text; leave this empty for all of it
contribute-far-place = These words stand there several times. Which are meant?
contribute-known-event = Event
contribute-body-note = The note
contribute-body-correction = Why
contribute-body-term = Definition
contribute-body-cross-reference = Why, in a sentence
contribute-body-event = More about it
contribute-body-hint = *emphasis*, **strong**, [words](https://…), [[term-id]], lists with hyphens, > quotations
contribute-sources = Sources
contribute-source = A source of this site
contribute-locator = Place in it
contribute-add-source = Add
contribute-remove-source = Remove { $what }
contribute-new-source = A source that is not on the list
contribute-source-type = Kind of source
contribute-source-webpage = web page
contribute-source-article-newspaper = newspaper article
contribute-source-article-magazine = magazine article
contribute-source-article-journal = article in a journal
contribute-source-book = book
contribute-source-chapter = chapter of a book
contribute-source-report = report
contribute-source-interview = interview
contribute-source-broadcast = broadcast
contribute-source-legislation = law or treaty
contribute-source-thesis = thesis
contribute-source-document = other document
contribute-source-title = Title
contribute-source-author = Authors, with a semicolon between
contribute-source-container = Newspaper, journal or book that it is in
contribute-source-publisher = Publisher
contribute-source-issued = Date of publication
contribute-source-language = Language, as a short sign: en, be, ru …
contribute-source-url = Address
contribute-creator = Your name, as it will be shown
contribute-id = Short name, for addresses
contribute-file = This makes the file
contribute-finished = The finished file
contribute-open = Open a pull request
contribute-download = Download
contribute-nothing-wrong = Ready.
contribute-opened-elsewhere = The project’s page opens in a new tab. Propose the new file there.
contribute-need-body = Write the text.
contribute-need-definition = Write the definition.
contribute-need-probable = Write what was probably meant.
contribute-need-id = Give it a short name.
contribute-need-term = Write the name of the term.
contribute-need-known-term = Choose the term.
contribute-need-far-end = Say what it refers to.
contribute-need-date = Give the date.
contribute-need-title = Say what happened.
contribute-need-source-title = Give the title of the source.
contribute-need-source-date = Give the date of the source, or n.d. where it has none.
contribute-need-source-publisher = Give the publisher of the source, or what it is in.
contribute-bad-id = The short name is made of small letters a–z, digits and hyphens, and begins with a letter: { $what }
contribute-taken-id = The short name is taken: { $what }
contribute-bad-date = A date looks like 2021, 2021-10 or 2021-10-01: { $what }
contribute-date-order = The event ends before it begins.
contribute-bad-address = An address begins with https:// or http://: { $what }
contribute-same-words = What was meant is what is printed.
contribute-unknown-source = There is no source { $what } on the list. Choose one that is offered as you type, or describe a new one below.
contribute-source-not-added = A source is typed, but not added: press “Add”, or empty the field.
contribute-unknown-term = There is no term { $what } in the glossary.
contribute-unknown-reading = There is no text { $what }.
contribute-unknown-event = There is no event { $what }.
contribute-required = This site demands it: { $what }
contribute-no-source = No source is given. Reviewers will ask what this rests on.
contribute-far-words-missing = These words are not in that text. Copy them from its page.
contribute-far-words-several = Choose which of the { $number } places is meant.
contribute-far-words-loading = The other text is being read …
contribute-too-long = This is too long for an address, in which the project’s pages take at most { $limit } characters. It is copied instead: paste it into the page that opens.
contribute-too-long-quotation = So many words are selected that no quotation can have them: { $number } characters, and at most { $limit }. Select less.
contribute-taken-term = The glossary has this term already: { $what }
contribute-too-long-text = At most { $limit } characters: there are { $number }.
contribute-refused-html = HTML is not allowed: { $what }
contribute-refused-image = An image is not allowed: { $what }
contribute-refused-heading = A heading is not allowed: { $what }
contribute-refused-rule = A rule is not allowed: { $what }
contribute-refused-table = A table is not allowed; make it a list.
contribute-refused-struck = Struck-out text is not allowed: { $what }
contribute-refused-footnote = A footnote is not allowed: { $what }
contribute-refused-definition = A definition of a link is not allowed; write the address behind the link: { $what }
contribute-refused-commands = Other programs would take this as a command: { $what }
contribute-refused-extension = This extension of Markdown is not allowed: { $what }
contribute-refused-address = A link leads to https://, http:// or mailto: – not to { $what }
contribute-refused-link-title = A link has no title here: { $what }
contribute-refused-unseen = There is a character that nobody sees. Type the passage anew.
contribute-refused-language = The name of a language is not allowed behind a fence: { $what }
contribute-refused-link = There is nothing of this name: { $what }
