"""The kinds of entries that `readings new` writes: their arguments and keys, in a table."""

import argparse
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from build_scripts.commands.command import (
    READING,
    Argument,
    Command,
    UsageError,
    argument,
    repeated,
)
from build_scripts.commands.new.drafting import SEE_IT, Draft
from build_scripts.commands.new.options import (
    IDENTIFIER,
    PROVENANCE,
    long_text,
    one_or_more,
    provenance,
    quotation,
    quoting,
)
from build_scripts.commands.new.passage import PASSAGE, passage_target, words_of
from build_scripts.contribute import new_entries as kinds
from build_scripts.contribute.new_entries import Kind, entry_file
from build_scripts.contribute.quoted_target import COMMAND_LINE
from build_scripts.export.annotation_yaml import Yaml
from build_scripts.model.annotation import Certainty, Relation
from build_scripts.model.csl_variables import DATES, PEOPLE, TEXTS
from build_scripts.model.placed import AnnotatedCollection
from build_scripts.model.reading import Reading
from build_scripts.model.selector import TextQuoteSelector
from build_scripts.read.identifiers import Identified

Options = argparse.Namespace
Keys = Mapping[str, Yaml | None]


@dataclass(frozen=True)
class NewEntry:
    """An entry as the command line makes it.

    Attributes:
        summary: one line for the help.
        words: those that its id is made of. Raises `UsageError` where arguments exclude one
            another.
        known: the entries of this kind in a collection, or in the reading that the entry is about.
        keys: those that only this kind has, in their order; keys without a value are left out.
        next_step: what to do when the file is written, with the id of the entry as ``{id}``.
    """

    kind: Kind
    summary: str
    arguments: tuple[Argument, ...]
    words: Callable[[Options], str]
    known: Callable[[AnnotatedCollection, Reading | None], Iterable[Identified]]
    keys: Callable[[Draft, Reading | None, Options], Keys]
    next_step: str = SEE_IT

    def command(self) -> Command:
        """The command that makes it."""
        return Command(self.kind.name, self.summary, self._run, self.arguments)

    def _run(self, root: Path, options: Options) -> int:
        self.words(options)  # refuses what excludes one another before a text is typed
        given = vars(options)
        texts = {key: long_text(given[key]) for key in _LONG_TEXTS if key in given}
        options = Options(**given | texts)
        shared = provenance(root, options) if "sources" in options else {}
        draft = Draft(root)
        name, reading = ("", None) if self.kind.folder else draft.reading(options.reading)
        known = self.known(draft.checked.merged.collection, reading)
        taken = draft.taken(known, self.kind.folder_in(name), self.kind.prefix)
        id_ = draft.identifier(given.get("identifier"), self.words(options), self.kind.name, taken)
        keys = {**self.keys(draft, reading, options), **shared}
        next_step = self.next_step.format(id=id_)
        return draft.finish(next_step, entry_file(self.kind, id_, keys, name))


_LONG_TEXTS = ("body", "definition", "hint")
"""What may be read from standard input."""


def _long_text(name: str, what: str, *, required: bool = False) -> Argument:
    return argument(name, f"{what}; - reads it from standard input", "TEXT", required=required)


def _quoted_target(draft: Draft, reading: Reading | None, options: Options) -> dict[str, str]:
    return draft.target(reading, quotation(options, options.quotation))


_FAR_END = ("to_prefix", "to_suffix", "to_paragraph", "to_occurrence")


def _ends_of_cross_reference(parser: argparse.ArgumentParser) -> None:
    end = parser.add_mutually_exclusive_group(required=True)
    for what in ("reading", "term", "event"):
        end.add_argument(f"--to-{what}", metavar="ID", help=f"the {what} that it leads to")


def _words_of_cross_reference(options: Options) -> str:
    words = words_of(options)
    if options.to_quotation is None and any(vars(options)[key] for key in _FAR_END):
        raise UsageError(
            "--to-prefix, --to-suffix, --to-paragraph and --to-occurrence need --to-quotation"
        )
    if options.to_reading is None and (options.to_paragraphs, options.to_quotation) != (None, None):
        raise UsageError("--to-quotation and --to-paragraphs need --to-reading")
    if options.to_quotation is not None and options.to_paragraphs is not None:
        raise UsageError("either --to-quotation or --to-paragraphs, not both")
    return words


def _far_end(draft: Draft, options: Options) -> dict[str, Yaml]:
    if options.to_term is not None:
        return {"term": options.to_term}
    if options.to_event is not None:
        return {"event": options.to_event}
    end: dict[str, Yaml] = {"reading": options.to_reading}
    if options.to_paragraphs is not None:
        return end | {"paragraphs": options.to_paragraphs}
    if options.to_quotation is not None:
        quoted = quotation(options, options.to_quotation, "to_")
        return end | draft.target(draft.known_reading(options.to_reading), quoted, "to-")
    return end


def _rule_of_mention(parser: argparse.ArgumentParser) -> None:
    rule = parser.add_mutually_exclusive_group(required=True)
    rule.add_argument("--term", metavar="ID", help="the term that is linked here")
    rule.add_argument("--forbid", metavar="ID", help="the term that is not meant here")


def _pronunciation(options: Options) -> Yaml | None:
    """A plain text is short for a pronunciation in ordinary letters alone."""
    respelling: str | None = options.pronunciation
    if options.ipa is None:
        return respelling
    return {**({"respelling": respelling} if respelling else {}), "ipa": options.ipa}


def _name_of_term(options: Options) -> str:
    faulty = [written for written in options.translations if "=" not in written]
    if faulty:
        raise UsageError(f"a translation is written be=Мінск, not {', '.join(faulty)}")
    name: str = options.name
    return name


def _translations(written: Iterable[str]) -> dict[str, Yaml]:
    return {language: name for language, _, name in (one.partition("=") for one in written)}


def _passage_elsewhere(draft: Draft, written: str) -> dict[str, Yaml]:
    name, sign, words = written.partition("=")
    reading: dict[str, Yaml] = {"reading": name}
    if not sign:
        return reading
    target = draft.target(
        draft.known_reading(name), TextQuoteSelector(words, COMMAND_LINE), flags=False
    )
    return reading | target


def _passages_of_question(
    draft: Draft, reading: Reading | None, options: Options
) -> list[dict[str, Yaml]]:
    own: Iterable[dict[str, Yaml]] = (
        {**draft.target(reading, TextQuoteSelector(words, COMMAND_LINE), flags=False)}
        for words in options.quotations
    )
    elsewhere = (_passage_elsewhere(draft, written) for written in options.passages)
    return [*own, *elsewhere]


def _rival(written: str) -> Yaml:
    words, sign, name = written.partition("=")
    return {"reading": words, "proposed_by": name} if sign else {"reading": words}


def _option(name: str) -> str:
    """The option for a key of CSL: ``--doi`` for `DOI`."""
    return f"--{name.lower().replace('_', '-')}"


def _of_csl(options: Options, name: str) -> str | None:
    value: str | None = getattr(options, name.lower().replace("-", "_"))
    return value


def _csl_name(name: str) -> Yaml:
    """A name for CSL: ``Brown, Maud`` is a family and a given name, other names stay whole."""
    family, comma, given = (part.strip() for part in name.partition(","))
    return {"family": family, "given": given} if comma and family and given else name


ENTRIES = (
    NewEntry(
        kinds.NOTE,
        "a note on a passage",
        (
            *PASSAGE,
            IDENTIFIER,
            *PROVENANCE,
            _long_text("--body", "the note, in Markdown", required=True),
        ),
        words_of,
        lambda _, reading: reading.notes if reading else (),
        lambda draft, reading, options: {
            "target": passage_target(draft, reading, options),
            "body": options.body,
        },
    ),
    NewEntry(
        kinds.CROSS_REFERENCE,
        "a link from a passage to another one, to a term or to an event",
        (
            *PASSAGE,
            *quoting("to-", "the other words"),
            IDENTIFIER,
            *PROVENANCE,
            _ends_of_cross_reference,
            argument("--to-quotation", "words of that reading; without it, all of it", "QUOTATION"),
            argument("--to-paragraphs", "whole paragraphs of it, in place of a quotation", "N[-N]"),
            argument(
                "--relation",
                f"what the other end is, seen from here: {', '.join(Relation)}",
                "RELATION",
                required=True,
            ),
            _long_text("--body", "one sentence why"),
        ),
        _words_of_cross_reference,
        lambda _, reading: reading.cross_references if reading else (),
        lambda draft, reading, options: {
            "target": passage_target(draft, reading, options),
            "refers_to": _far_end(draft, options),
            "relation": options.relation,
            "body": options.body,
        },
    ),
    NewEntry(
        kinds.CORRECTION,
        "the probable reading of faulty words; the text stays as it is",
        (
            *quoting(),
            IDENTIFIER,
            *PROVENANCE,
            READING,
            argument("quotation", "the faulty words, as printed", "QUOTATION"),
            argument(
                "--probable-reading",
                'what was probably meant; "" if the words are to be left out',
                "WORDS",
                required=True,
            ),
            argument(
                "--certainty",
                f"how sure that is: {', '.join(Certainty)}",
                "CERTAINTY",
                required=True,
            ),
            repeated("--proposed-by", "who proposed it; may be repeated", "NAME", "proposed_by"),
            repeated(
                "--rival",
                "another reading, and who proposed it; may be repeated",
                "WORDS[=NAME]",
                "rivals",
            ),
            _long_text("--body", "why"),
        ),
        lambda options: options.quotation,
        lambda _, reading: reading.corrections if reading else (),
        lambda draft, reading, options: {
            "target": _quoted_target(draft, reading, options),
            "reading": options.probable_reading,
            "certainty": options.certainty,
            "proposed_by": one_or_more(options.proposed_by),
            "rivals": [*map(_rival, options.rivals)],
            "body": options.body,
        },
    ),
    NewEntry(
        kinds.QUESTION,
        "a question for discussion",
        (
            READING,
            IDENTIFIER,
            *PROVENANCE,
            _long_text("--body", "the question, in Markdown", required=True),
            repeated(
                "--quotation",
                "words of its text that the question is about; may be repeated",
                "QUOTATION",
                "quotations",
            ),
            repeated(
                "--passage",
                "a passage of another reading, or a whole reading; may be repeated",
                "READING[=QUOTATION]",
                "passages",
            ),
            _long_text("--hint", "what teachers should know: what to look for, or an answer"),
        ),
        lambda options: options.body,
        lambda _, reading: reading.questions if reading else (),
        lambda draft, reading, options: {
            "body": options.body,
            "passages": _passages_of_question(draft, reading, options),
            "hint": options.hint,
        },
    ),
    NewEntry(
        kinds.MENTION,
        "a place where a glossary link is forced, or forbidden",
        (
            *quoting(),
            READING,
            argument("quotation", "words of its text", "QUOTATION"),
            _rule_of_mention,
        ),
        lambda options: options.quotation,
        lambda _, _reading: (),
        lambda draft, reading, options: {
            "target": _quoted_target(draft, reading, options),
            "term": options.term,
            "forbid": options.forbid,
        },
    ),
    NewEntry(
        kinds.TERM,
        "an entry of the glossary",
        (
            IDENTIFIER,
            *PROVENANCE,
            argument("name", "the name of the term", "NAME"),
            _long_text("--definition", "what it means, in Markdown", required=True),
            argument("--kind", "person, organisation, place, concept …", "KIND"),
            repeated(
                "--form",
                "a spelling that is found in the texts, besides the name; may be repeated",
                "WORDS",
                "forms",
            ),
            repeated(
                "--alias",
                "another name, which is not sought in the texts; may be repeated",
                "NAME",
                "aliases",
            ),
            argument("--level", "basic (everybody here knows it) or expert", "LEVEL"),
            argument("--pronunciation", "how it is pronounced: loo-ka-SHEN-ka", "SOUNDS"),
            argument("--ipa", "the same in the International Phonetic Alphabet", "SOUNDS"),
            repeated(
                "--translation",
                "its name in another language, such as be=Мінск; may be repeated",
                "LANGUAGE=NAME",
                "translations",
            ),
            argument("--coordinates", "where it is, such as 53.9,27.57; for the map", "PLACE"),
        ),
        _name_of_term,
        lambda collection, _: collection.terms,
        lambda _, _reading, options: {
            "term": options.name,
            "kind": options.kind,
            "forms": options.forms and [*dict.fromkeys((options.name, *options.forms))],
            "aliases": options.aliases,
            "level": options.level,
            "translations": _translations(options.translations),
            "pronunciation": _pronunciation(options),
            "coordinates": options.coordinates,
            "definition": options.definition,
        },
    ),
    NewEntry(
        kinds.EVENT,
        "an entry of the timeline",
        (
            IDENTIFIER,
            *PROVENANCE,
            argument("date", "1931, 1931-11-30, 1931~ (about), 193X or 1931/1945", "DATE"),
            argument("title", "what happened, in a few words", "TITLE"),
            argument("--end-date", "when it ended", "DATE"),
            _long_text("--body", "more about it, in Markdown"),
            repeated(
                "--passage",
                "a passage that it throws light on, or a whole reading; may be repeated",
                "READING[=QUOTATION]",
                "passages",
            ),
        ),
        lambda options: options.title,
        lambda collection, _: (placed.event for placed in collection.events),
        lambda draft, _, options: {
            "date": options.date,
            "end_date": options.end_date,
            "title": options.title,
            "body": options.body,
            "passages": [_passage_elsewhere(draft, written) for written in options.passages],
        },
    ),
    NewEntry(
        kinds.COMPARISON,
        "a page that shows two or more readings side by side",
        (
            IDENTIFIER,
            *PROVENANCE,
            argument("title", "what the page is called", "TITLE"),
            argument("readings", "ids of the readings, two or more", "READING", nargs="+"),
            _long_text("--body", "what to look for, in Markdown"),
        ),
        lambda options: options.title,
        lambda collection, _: collection.comparisons,
        lambda draft, _, options: {
            "title": options.title,
            "readings": [draft.reading(name).id for name in options.readings],
            "body": options.body,
        },
    ),
    NewEntry(
        kinds.REFERENCE,
        "a book, an article or a page, for sources to name",
        (
            argument("identifier", "the key by which sources name it", "ID"),
            argument("--type", "book, chapter, article-journal, webpage …", "TYPE", required=True),
            argument("--title", "its title", "TITLE", required=True),
            repeated(
                "--author",
                '"Brown, Maud", or a name that is not taken apart; may be repeated',
                "NAME",
                "authors",
            ),
            argument("--publisher", "who published it", "NAME"),
            argument("--container-title", "the journal or book it is in", "TITLE"),
            argument("--issued", "1968, 1968-05-01, 1968~ (about), or n.d.", "DATE"),
            *(
                repeated(f"--{role}", f"like --author: {role.replace('-', ' ')}", "NAME", role)
                for role in PEOPLE
            ),
            *(
                argument(_option(name), f"CSL's `{name}`", "DATE" if name in DATES else "TEXT")
                for name in (*TEXTS, *DATES)
            ),
            argument("--accessed", "when its address was seen to work", "DATE"),
            argument("--language", "its language, such as en", "TAG"),
            argument("--url", "where it is on the web", "ADDRESS"),
            argument("--note", "a remark, shown in brackets", "TEXT"),
        ),
        lambda options: options.title,
        lambda collection, _: collection.references,
        lambda _, _reading, options: {
            "type": options.type,
            "title": options.title,
            "author": [*map(_csl_name, options.authors)],
            **{role: [*map(_csl_name, getattr(options, role))] for role in PEOPLE},
            "publisher": options.publisher,
            "container-title": options.container_title,
            "issued": options.issued,
            **{name: _of_csl(options, name) for name in (*TEXTS, *DATES)},
            "accessed": options.accessed,
            "language": options.language,
            "URL": options.url,
            "note": options.note,
        },
        "name it as a source of an entry: sources: [{id}], or --source {id}",
    ),
)
"""In the order in which the help lists them."""
