"""Where this package was installed from, so that others can install the same one."""

import json
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

NAME = "annotated-readings"
"""Of the distribution package."""


def requirement_of_this() -> str:
    """What a file of requirements says to install this generator; empty where that is not known.

    Installers record where they took a package from (PEP 610), unless it was an index: then its
    version says enough. A copy that was never installed is the folder that it lies in.
    """
    try:
        found = distribution(NAME)
    except PackageNotFoundError:
        project = Path(__file__).resolve().parent.parent.parent
        return requirement_for(str(project)) if (project / "pyproject.toml").is_file() else ""
    return requirement_of(found)


def requirement_of(found: Distribution) -> str:
    """What a file of requirements says to install a distribution again."""
    recorded = found.read_text("direct_url.json")
    if recorded is None:
        return f"{NAME}=={found.version}"
    return _at(_address(json.loads(recorded)))


def requirement_for(place: str) -> str:
    """What a file of requirements says for something that was typed.

    Args:
        place: a folder or file of this machine, an address, or a requirement as it is.
    """
    if "://" in place and " @ " not in place:
        return _at(place)
    if Path(place).exists():
        return _at(Path(place).resolve().as_uri())
    return place


def is_of_this_machine(requirement: str) -> bool:
    """Whether a requirement names a folder or file that others do not have."""
    return "file://" in requirement


def _at(address: str) -> str:
    """A requirement that names an address."""
    # With a name, older versions of pip take such an address for a path that is not there.
    return address if "+file:" in address else f"{NAME} @ {address}"


def _address(recorded: dict[str, Any]) -> str:
    """The address that `direct_url.json` records, as pip takes it."""
    address: str = recorded["url"]
    fragments = []
    if "vcs_info" in recorded:
        vcs = recorded["vcs_info"]
        address = f"{vcs['vcs']}+{address}@{vcs['commit_id']}"
    elif "archive_info" in recorded:
        hashes = recorded["archive_info"].get("hashes") or {}
        fragments += [f"sha256={hashes['sha256']}"] if "sha256" in hashes else []
    if "subdirectory" in recorded:
        fragments.append(f"subdirectory={recorded['subdirectory']}")
    return "#".join([address, *filter(None, ["&".join(fragments)])])
