"""Make up the glossary of a collection: terms with one to three forms."""

from collections.abc import Iterator, Sequence
from itertools import islice
from random import Random
from typing import NamedTuple

from benchmarks import texts, yaml_text
from benchmarks.words import names, vocabulary

_GIVEN_NAMES = ("Anna", "Boris", "Clara", "Daniel", "Edith", "Felix", "Greta", "Hugo")
_PATTERNS = (
    ("person", ("{given} {name}", "{name}")),
    ("organisation", ("{name} Council", "Council of {name}")),
    ("place", ("{name}",)),
    ("treaty", ("Treaty of {name}", "{name} Treaty", "{name} Accord")),
    ("concept", ("{small} doctrine",)),
)
DEFINITION_LENGTH = 35


class GlossaryTerm(NamedTuple):
    """A term: the name of its file, its kind, and its forms; the first form is its label."""

    id: str
    kind: str
    forms: tuple[str, ...]


def terms(seed: int, count: int) -> tuple[GlossaryTerm, ...]:
    """The first `count` terms of this seed: a larger glossary begins with a smaller one."""

    def write() -> Iterator[GlossaryTerm]:
        for number, name in enumerate(islice(names(seed), count)):
            kind, patterns = _PATTERNS[number % len(_PATTERNS)]
            given = _GIVEN_NAMES[number % len(_GIVEN_NAMES)]
            forms = (
                pattern.format(name=name, small=name.lower(), given=given) for pattern in patterns
            )
            yield GlossaryTerm(f"name-{number:05}", kind, tuple(forms))

    return tuple(write())


def term_file(
    seed: int, term: GlossaryTerm, glossary: Sequence[GlossaryTerm], references: Sequence[str]
) -> str:
    """The YAML of a term; its definition mentions two terms."""
    random = Random(f"term {seed} {term.id}")
    mentions = [random.choice(random.choice(glossary).forms) for _ in range(2)]
    definition = texts.body(random, vocabulary(seed), DEFINITION_LENGTH, mentions)
    return yaml_text.mapping(
        {
            "term": yaml_text.scalar(term.forms[0]),
            "kind": term.kind,
            "forms": "[" + ", ".join(map(yaml_text.scalar, term.forms)) + "]",
            "translations": yaml_text.flow({"it": f"{term.forms[-1]}i", "de": f"{term.forms[0]}s"}),
            "definition": yaml_text.literal(definition, 2),
            "sources": f"[{random.choice(references)}]",
        }
    )
