"""How a cross-reference is called, from either end."""

from build_scripts.model.annotation import Relation
from build_scripts.render.html import Html
from build_scripts.render.language.words import Words


def relation_in_words(words: Words, relation: Relation, *, from_far_end: bool) -> Html:
    """What a cross-reference is called where it is stated, or at its far end."""
    return words.html(f"{'far-' if from_far_end else ''}relation-{relation}")
