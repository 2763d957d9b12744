"""The command `readings`."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from build_scripts import pipeline
from build_scripts.atomic import replace_file
from build_scripts.console import Format, print_findings
from build_scripts.merge.anchors.describe_quotation import describe_quotation
from build_scripts.model.diagnostic import is_failure
from build_scripts.model.reading import Reading
from build_scripts.offline_edition import date_of_build, edition_folder, files_of, is_for_servers
from build_scripts.read.site_configuration import read_site_configuration
from build_scripts.report.harmless import harmless
from build_scripts.schema_folder import SCHEMA_FOLDER
from build_scripts.verify import verify_site
from build_scripts.wording import counted, nearest
from build_scripts.zip_archive import zip_archive

SUCCESS, FAULTS, USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: of the command line; those of the process where None.

    Returns:
        0 fine, 1 findings that are errors (or, in a strict run, warnings), 2 usage.
    """
    _speak_utf8()
    options = _parser().parse_args(arguments)
    root: Path = options.root
    if not (root / "annotations").is_dir() and not (root / "seeds").is_dir():
        print(
            f"readings: {root} is no project: it has neither annotations/ nor seeds/",
            file=sys.stderr,
        )
        return USAGE
    try:
        status: int = options.run(root, options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Who reads the output (`| head`) has seen enough. Python would flush again on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAULTS
    except OSError as error:
        place = f"{error.filename}: " if error.filename is not None else ""
        print(f"readings: {harmless(f'{place}{error.strerror or error}')}", file=sys.stderr)
        return FAULTS
    return status


def _speak_utf8() -> None:
    """Let the output be UTF-8 wherever it goes: texts hold letters that other encodings lack."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _parser() -> argparse.ArgumentParser:
    root = argparse.ArgumentParser(add_help=False)
    root.add_argument(
        "--root", type=Path, default=Path(), metavar="DIR", help="the project's folder"
    )
    strict = argparse.ArgumentParser(add_help=False)
    strict.add_argument("--strict", action="store_true", help="let warnings fail as errors do")
    form = argparse.ArgumentParser(add_help=False)
    form.add_argument(
        "--format", type=Format, choices=[*Format], default=Format.TEXT, help="how faults are told"
    )
    parser = argparse.ArgumentParser(prog="readings", description="Annotated readings.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    build = commands.add_parser("build", parents=[root, strict], help="write the Markdown pages")
    build.add_argument("--drafts", action="store_true", help="show drafts as well")
    build.set_defaults(run=_build)

    check = commands.add_parser(
        "check", parents=[root, strict, form], help="find faults; write no page"
    )
    check.set_defaults(run=_check)

    verify = commands.add_parser(
        "verify",
        parents=[root, strict, form],
        help="compare the built site with the sources",
    )
    verify.add_argument(
        "--site", type=Path, metavar="DIR", help="the built site (default: site/ in the root)"
    )
    verify.set_defaults(run=_verify)

    archive = commands.add_parser(
        "archive",
        parents=[root, strict, form],
        help="compare the offline edition with the sources and make a zip file of it",
    )
    archive.add_argument(
        "--site",
        type=Path,
        metavar="DIR",
        help="the built edition (default: the folder in dist/ that is called as the site)",
    )
    archive.set_defaults(run=_archive)

    describe = commands.add_parser(
        "describe", parents=[root], help="print a ready target for a quotation"
    )
    describe.add_argument("reading", metavar="READING", help="id of a reading")
    describe.add_argument("quotation", metavar="QUOTATION", help="words of the text")
    describe.set_defaults(run=_describe)

    schema = commands.add_parser(
        "schema", parents=[root], help="write the JSON Schemas that editors check files with"
    )
    schema.set_defaults(run=_schema)
    return parser


def _build(root: Path, options: argparse.Namespace) -> int:
    configuration = read_site_configuration(root)
    built = pipeline.build(root, configuration, options.drafts, is_strict=options.strict)
    print_findings(root, built.diagnostics, Format.TEXT, sys.stderr)
    if built.report is None:
        why = (
            "; with --strict, warnings count"
            if not is_failure(built.diagnostics, is_strict=False)
            else ""
        )
        print(f"readings: nothing was written{why}; the last pages stay", file=sys.stderr)
        return FAULTS
    done = built.report
    print(
        f"readings: {len(done.written)} written, {len(done.unchanged)} unchanged, "
        f"{len(done.pruned)} removed"
    )
    return SUCCESS


def _check(root: Path, options: argparse.Namespace) -> int:
    checked = pipeline.check(root)
    pipeline.offer_ids(root, checked)
    diagnostics = checked.diagnostics
    print_findings(root, diagnostics, options.format, sys.stdout)
    return FAULTS if is_failure(diagnostics, is_strict=options.strict) else SUCCESS


def _verify(root: Path, options: argparse.Namespace) -> int:
    return _verify_site(root, options.site or root / "site", options)


def _verify_site(root: Path, site: Path, options: argparse.Namespace) -> int:
    checked = pipeline.check(root)
    readings = _readings_with_text(checked)
    found = verify_site(root, site, readings)
    if is_failure(checked.diagnostics, is_strict=options.strict):
        found = tuple(sorted({*checked.diagnostics, *found}))
    print_findings(root, found, options.format, sys.stdout)
    if is_failure(found, is_strict=options.strict):
        return FAULTS
    if options.format is Format.TEXT:
        paragraphs = sum(len(reading.source.paragraphs) for reading in readings)
        print(
            f"readings: {counted(len(readings), 'reading')}, {counted(paragraphs, 'paragraph')}, "
            "all as in the source"
        )
    return SUCCESS


def _archive(root: Path, options: argparse.Namespace) -> int:
    try:
        date = date_of_build()
    except ValueError as error:
        print(f"readings: {harmless(str(error))}", file=sys.stderr)
        return USAGE
    folder = (
        options.site or edition_folder(root, read_site_configuration(root).site_name)
    ).resolve()
    if is_for_servers(folder):
        print(
            f"readings: {harmless(folder.name)}/ is the site for a server; "
            "build the offline edition with OFFLINE=true",
            file=sys.stderr,
        )
        return USAGE
    status = _verify_site(root, folder, options)
    if status != SUCCESS:
        print("readings: no zip file was made", file=sys.stderr)
        return status
    archive = folder.with_name(f"{folder.name}.zip")
    content = zip_archive(folder.name, files_of(folder), date)
    replace_file(archive, content)
    print(
        f"readings: {folder.name}/index.html is where to begin; {archive.name} "
        f"({len(content) / 1_000_000:.1f} MB) holds the folder",
        file=sys.stderr,
    )
    return SUCCESS


def _readings_with_text(checked: pipeline.Checked) -> tuple[Reading, ...]:
    """The readings whose source could be read; why the others could not, is a finding."""
    readings = (annotated.reading for annotated in checked.merged.collection.readings)
    return tuple(reading for reading in readings if reading.source.paragraphs)


def _describe(root: Path, options: argparse.Namespace) -> int:
    checked = pipeline.check(root)
    readings = {reading.id: reading for reading in _readings_with_text(checked)}
    reading = readings.get(options.reading)
    if reading is None:
        if (root / "annotations" / "readings" / options.reading / "reading.yml").is_file():
            print_findings(root, checked.diagnostics, Format.TEXT, sys.stderr)
            return FAULTS
        guess = nearest(options.reading, readings)
        hint = f"did you mean {guess}?" if guess else f"known: {', '.join(readings) or 'none'}"
        print(f"readings: there is no reading {options.reading}; {hint}", file=sys.stderr)
        return USAGE
    targets = describe_quotation(reading.source, options.quotation)
    if not targets:
        print("readings: the quotation is not in the text", file=sys.stderr)
        return FAULTS
    if len(targets) > 1:
        print(f"readings: {len(targets)} places; choose one target:", file=sys.stderr)
    for paragraph, target in targets:
        print(f"target: {target}  # paragraph {paragraph}")
    return SUCCESS


def _schema(root: Path, _options: argparse.Namespace) -> int:
    written = pipeline.write_editor_schemas(root)
    print(f"readings: {counted(len(written), 'file')} of {SCHEMA_FOLDER}/ written")
    return SUCCESS
