"""What the resolver keeps while it looks for passages."""

from build_scripts.merge.anchors.resolver import Resolver
from tests.render.annotated_readings import reading, source_text


def test_a_text_is_made_quotable_once_until_it_is_released() -> None:
    of = reading(source_text("A fox."))
    resolver = Resolver([of])
    text = resolver.text(of)
    assert resolver.text(of) is text
    resolver.release(of)
    assert resolver.text(of) is not text
