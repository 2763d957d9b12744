"""Render only those units of a site that would not come out as in the last build."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import NamedTuple

from build_scripts.model.site_plan import Pages, PlannedUnit, Rendered, SitePlan
from build_scripts.render.hand_written import fill_places
from build_scripts.render.observed_site import (
    TEXTS,
    Asked,
    changes_between,
    is_concerned,
    observed,
)
from build_scripts.render.site import Site
from build_scripts.render.site_files import Unit, plan_of, units_of


class KeptUnit(NamedTuple):
    """What is known about a unit that was rendered: what it asked for, but not its files."""

    asked: Asked
    pages: Pages


@dataclass(frozen=True, slots=True, eq=False)
class RenderedSite:
    """A site, and what its units asked for while they were rendered.

    Attributes:
        units: by the paths of their files.
        filled: what was asked for to complete hand-written pages.
    """

    site: Site
    units: dict[tuple[str, ...], KeptUnit] = field(default_factory=dict)
    filled: Asked = field(default_factory=dict)


def plan_again(
    site: Site, last: RenderedSite | None, is_on_disk: Callable[[str], bool]
) -> tuple[SitePlan, RenderedSite, bool]:
    """The plan of a site, in which units that are still right make no files.

    Args:
        site: that is published now.
        last: what was rendered in the last build, if anything.
        is_on_disk: whether a file is as the last build left it.

    Returns:
        The plan; what to hand to the next call; and whether hand-written pages may be completed in
        another way than before. The second is filled while the units are rendered: what is missing
        there because a build broke off, is rendered again.
    """
    filled: Asked = {}
    right: dict[tuple[str, ...], KeptUnit] = {}
    fills_differently = True
    if last is not None:
        texts = {key for unit in last.units.values() for key in unit.asked.get(TEXTS, ())}
        texts |= last.filled.get(TEXTS, set())
        changed = changes_between(last.site, site, texts)
        if changed is not None:
            fills_differently = is_concerned(last.filled, changed)
            filled = last.filled
            right = {
                paths: unit
                for paths, unit in last.units.items()
                if not is_concerned(unit.asked, changed) and all(map(is_on_disk, paths))
            }
    now = RenderedSite(site, filled=filled)
    units = tuple(
        PlannedUnit(unit.paths, partial(_render, now, unit, right.get(unit.paths)))
        for unit in units_of(site)
    )
    plan = plan_of(site, units)
    fill = partial(fill_places, observed(site, now.filled))
    return replace(plan, fill=fill), now, fills_differently


def _render(now: RenderedSite, unit: Unit, kept: KeptUnit | None) -> Rendered:
    if kept is not None:
        now.units[unit.paths] = kept
        return Rendered((), kept.pages)
    asked: Asked = {}
    rendered = unit.render(observed(now.site, asked))
    asked = {name: keys for name, keys in asked.items() if keys}
    now.units[unit.paths] = KeptUnit(asked, rendered.pages)
    return rendered
