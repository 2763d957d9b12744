"""Write the elements of pictures: inline SVG that takes its colours and fonts from the page.

They have only presentation attributes and classes, since the policy of the pages forbids style
attributes. So a picture is legible without the style sheet, too.
"""

from collections.abc import Iterable, Mapping

from build_scripts.render.markdown_safe_html import Html, element, text

NARROW, WIDE = "narrow", "wide"
"""Two forms of one picture. The style sheet hides the one that does not fit, and its links."""


class Canvas:
    """Writes the elements of a picture, mirrored where the words run from right to left.

    The form of the picture is `NARROW` or `WIDE`.
    """

    def __init__(self, width: float, height: float, direction: str, form: str) -> None:
        self._width = width
        self._height = height
        self._direction = direction
        self._form = form

    def x(self, x: float) -> str:
        """A horizontal coordinate as SVG writes it, mirrored if need be."""
        return number(self._width - x if self._direction == "rtl" else x)

    def svg(self, children: Iterable[Html]) -> Html:
        """The whole picture."""
        width, height = number(self._width), number(self._height)
        return element(
            "svg",
            {
                "class": f"picture-{self._form}",
                "width": width,
                "height": height,
                "viewBox": f"0 0 {width} {height}",
                "direction": self._direction,
                "fill": "currentColor",
                "stroke-width": "1.5",
            },
            *children,
        )

    def words(
        self,
        x: float,
        y: float,
        size: float,
        content: str,
        name: str | None = None,
        *,
        at_end: bool = False,
    ) -> Html:
        """Words on one line that begin or, with `at_end`, end at a place."""
        attributes = {
            "class": name,
            "x": self.x(x),
            "y": number(y),
            "font-size": number(size),
            "text-anchor": "end" if at_end else None,
        }
        return element("text", attributes, text(content))

    def path(
        self, points: Iterable[tuple[float, float]], attributes: Mapping[str, str | None]
    ) -> Html:
        """A line from point to point."""
        places = (f"{self.x(x)} {number(y)}" for x, y in points)
        return self.drawn(f"M{'L'.join(places)}", attributes)

    def drawn(self, data: str, attributes: Mapping[str, str | None]) -> Html:
        """An outline, not filled unless the attributes say so."""
        outline = {"d": data, "fill": "none", "stroke": "currentColor"}
        return element("path", {**outline, **attributes})

    def surface(self, x: float, y: float, width: float, height: float) -> Html:
        """The area of a link for fingers and pointers, which is larger than its letters."""
        left = self._width - x - width if self._direction == "rtl" else x
        return element(
            "rect",
            {
                "x": number(left),
                "y": number(y),
                "width": number(width),
                "height": number(height),
                "fill": "none",
                "pointer-events": "all",
            },
        )


SHAPES = (
    "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z",
    "M-3.8-3.8h7.6v7.6h-7.6z",
    "M0-5L5 4h-10z",
    "M0-5.5L5.5 0L0 5.5L-5.5 0z",
)
"""A disc, a square, a triangle, a diamond; more shapes would be hard to tell apart."""


def shape(which: int, x: str, y: str) -> Html:
    """One of the `SHAPES`, around a place; each other one is hollow."""
    hollow = {"fill": "none", "stroke": "currentColor"} if which % 2 else {}
    place = {"d": SHAPES[which], "transform": f"translate({x} {y})"}
    return element("path", {**place, **hollow})


def number(value: float) -> str:
    """A number as SVG writes it, to a tenth of a pixel."""
    return f"{round(value, 1) + 0:g}" if abs(value) < _LONG else f"{value:.0f}"


_LONG = 10_000
"""The format `g` would drop digits of numbers as large as this."""
