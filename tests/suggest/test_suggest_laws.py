"""What holds of all proposals, whatever the text: they are valid, and anchor where they say."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from build_scripts import pipeline
from build_scripts.merge.anchors.quotable_text import quotable
from build_scripts.merge.anchors.resolve_selector import resolve_selector
from build_scripts.model.diagnostic import has_errors
from build_scripts.suggest.proposals_as_text import as_json_lines, as_yaml, yaml_of
from tests.example_projects import EXAMPLES, fresh_copy
from tests.merge.nasty_texts import PIECES, quotation
from tests.profiles import cases
from tests.render.golden import write_project
from tests.suggest.golden import paste, proposals_for

# What proposals are made of: words that are names, faults, and whatever may stand beside them.
FAULTY = (
    *("Ada Quill ", "Quill ", "QuillAda ", "Quillexplained ", "Quil ", "Quilla ", "explore "),
    *("the the ", "said:we ", "end.The ", "end ,", "so,, ", "(", ")", "[", "}", "“", "”", "«"),
    *("слoво ", "Минск ", "Минску ", "itâ€™s ", "in ", "of ", "and ", "The ", "McAda ", "’s "),
    *("I’m ", "Ελλάδα ", "Mosca ", "MOSCOW ", "Port Ellen ", "University of Ellen ", ". ", ", "),
    "\n\n",
)
TEXTS = st.lists(st.sampled_from((*FAULTY, *FAULTY, *PIECES)), min_size=5, max_size=40).map(
    lambda pieces: "A tale. " + "".join(pieces)
)
LANGUAGES = st.sampled_from(("en", "ru", "fr", "de", "he", "tr-CY"))
GLOSSARY = {
    "quill": {"term": "Ada Quill", "kind": "person", "definition": "A keeper."},
    "minsk": {"term": "Минск (Minsk)", "definition": "A town."},
    "moscow": {"term": "Moscow", "translations": {"it": "Mosca"}, "definition": "Another."},
}


def project_of(root: Path, text: str, language: str, glossary: dict[str, Any]) -> Path:
    case = {"text": text, "reading": {"language": language}, "glossary": glossary}
    write_project(case, root)
    return root


@cases(normal=60, long=3_000)
@given(TEXTS, LANGUAGES, st.sampled_from(({}, GLOSSARY)))
def test_every_proposal_is_valid_and_anchors_at_its_place(
    text: str, language: str, glossary: dict[str, Any]
) -> None:
    with TemporaryDirectory() as folder:
        root = project_of(Path(folder), text, language, glossary)
        annotated, proposals = proposals_for(root)
        source = annotated.reading.source
        if not source.paragraphs:  # the text itself is refused
            return
        for one in proposals:
            content = yaml.safe_load(yaml_of(one))
            if one.key in {"corrections", "mentions"}:
                (entry,) = content[one.key]
                target = entry["target"]
                span, found = resolve_selector(quotation(**target), quotable(source), True)
                assert (span, found) == (one.places[0], ())
            if one.key == "corrections":
                passage = source.text[slice(*one.places[0])]
                assert entry["reading"] != " ".join(passage.split())
        paste(root, as_yaml(proposals))
        # A warning there may be: of two names that overlap, one may be found nowhere.
        found_after = pipeline.check(root, with_drafts=True).diagnostics
        assert not has_errors(found_after), found_after


@cases(normal=20, long=1_000)
@given(TEXTS, LANGUAGES)
def test_what_was_pasted_is_not_proposed_again(text: str, language: str) -> None:
    with TemporaryDirectory() as folder:
        root = project_of(Path(folder), text, language, {})
        first = proposals_for(root)[1]
        paste(root, as_yaml(first))
        again = {yaml_of(one) for one in proposals_for(root)[1] if one.key != "forms"}

        assert again.isdisjoint(yaml_of(one) for one in first if one.key != "forms")


def test_json_and_yaml_say_the_same(tmp_path: Path) -> None:
    text = "Ada Quill:Yes, the the boats. In Port Ellen they said so, and Port Ellen slept."
    _, proposals = proposals_for(project_of(tmp_path, text, "en", GLOSSARY))

    lines = [json.loads(line) for line in as_json_lines(proposals, "text").splitlines()]

    assert [one["kind"] for one in lines] == ["fault", "fault", "term"]
    assert all([*one] == sorted(one) for one in lines)
    printed = as_yaml(proposals)
    assert all(
        line.strip() in printed for one in lines for line in one["yaml"].splitlines() if line
    )
    assert {one["file"] for one in lines} == {
        "annotations/readings/text/suggested.yml",
        "annotations/glossary/port-ellen.yml",
    }


def test_no_reading_of_the_examples_is_too_strange(tmp_path: Path) -> None:
    for example in EXAMPLES:
        root = fresh_copy(example, tmp_path)
        for path in sorted((root / "annotations" / "readings").iterdir()):
            annotated, proposals = proposals_for(root, path.name)
            if annotated.reading.metadata.language == "he":
                assert proposals == ()
            paste(root, as_yaml(proposals))
        assert pipeline.check(root).diagnostics == ()
