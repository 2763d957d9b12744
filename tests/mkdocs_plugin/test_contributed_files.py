"""The documentation folder is contributed, too: what MkDocs would publish of it, and must not."""

import os
import re
from pathlib import Path

from tests.mkdocs_runs import mkdocs_build, replace, small_project, write

FINDING = re.compile(r"readings: (\S+:\d+:\d+): error (\w+) ")


def findings(log: str) -> list[tuple[str, str]]:
    """Code and place of each finding, in the order of the log."""
    return [(match[2], match[1]) for match in FINDING.finditer(log)]


def test_what_must_not_be_published_is_refused_and_the_rest_is_published(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    docs = project / "docs"
    write(tmp_path / "secret.txt", "of the build machine")
    write(docs / "a/page.HTML", "<!doctype html>\n<p onclick=x()>")
    write(docs / "a/way.md", '# Way\n\n<meta http-equiv="refresh" content="0;url=//e.org">\n')
    write(docs / "a/ship.svg", "<svg xmlns='http://www.w3.org/2000/svg'>\n<script/></svg>")
    write(docs / "a/feed.shtml", "x")
    write(docs / "a/_redirects", "/* //e.org")
    write(docs / "404.html", "<title>Mine</title>")
    write(docs / "Sitemap.XML", "<urlset/>")
    write(docs / "assets/images/favicon.png", "x")
    write(docs / "readings.md", "# Mine")
    write(docs / ".hidden.html", "<script>x()</script>")
    (docs / "secret.txt").symlink_to(tmp_path / "secret.txt")
    (docs / "settings.md").symlink_to("../mkdocs.yml")
    (docs / "gone.png").symlink_to("nowhere")
    os.mkfifo(docs / "pipe.md")
    (docs / "utf16.html").write_bytes("<script>x()</script>".encode("utf-16"))
    write(docs / "a/\x1b[2J\n::error::no\rERROR.md", "# Nothing\n\n[x](gone\x9b.md)\n")
    # What stays
    write(docs / "a/kept.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    write(docs / "a/kept.pdf", "%PDF-1.4")
    write(docs / "a/kept.HTM", "<p>kept")
    (docs / "a/link.svg").symlink_to("kept.svg")
    write(docs / "search/how.md", "# How to search")
    write(docs / "CNAME", "texts.example.org")
    replace(project / "mkdocs.yml", "  - readings", "  - readings:\n      server_files: [CNAME]")

    outcome = mkdocs_build(project)

    assert outcome.returncode == 1
    assert "Traceback" not in outcome.stderr
    assert findings(outcome.stderr) == [
        ("H004", "docs/404.html:1:1"),
        ("H004", "docs/Sitemap.XML:1:1"),
        ("H003", "docs/a/_redirects:1:1"),
        ("H003", "docs/a/feed.shtml:1:1"),
        ("H001", "docs/a/page.HTML:2:4"),
        ("H001", "docs/a/ship.svg:2:1"),
        ("H002", "docs/a/way.md:3:1"),
        ("H004", "docs/assets/images/favicon.png:1:1"),
        ("P004", "docs/gone.png:1:1"),
        ("P004", "docs/pipe.md:1:1"),
        ("H004", "docs/readings.md:1:1"),
        ("P003", "docs/secret.txt:1:1"),
        ("P003", "docs/settings.md:1:1"),
        ("H001", "docs/utf16.html:1:1"),
    ]
    assert "a/<U+001B>[2J" in outcome.stderr
    for line in outcome.stderr.split("\n"):
        assert line.isprintable()
        assert not line.strip().startswith("::")
    site = project / "site"
    assert not (site / "index.html").exists()  # what is refused is never put in place

    for _, place in findings(outcome.stderr):
        (project / place.split(":")[0]).unlink()
    outcome = mkdocs_build(project)

    assert outcome.returncode == 0, outcome.stderr
    assert "Mine" not in (site / "404.html").read_text(encoding="utf-8")
    assert (site / "a/link.svg").read_bytes() == (docs / "a/kept.svg").read_bytes()
    assert (site / "a/kept.pdf").is_file()
    assert "Content-Security-Policy" in (site / "a/kept.HTM").read_text(encoding="utf-8")
    assert (site / "search/how/index.html").is_file()
    assert (site / "CNAME").is_file()


def test_links_to_folders_are_refused_before_mkdocs_follows_them(tmp_path: Path) -> None:
    """Two links to the folder itself would keep MkDocs busy for ever."""
    project = small_project(tmp_path / "project")
    (tmp_path / "machine").mkdir()
    (project / "docs/out").symlink_to(tmp_path / "machine")
    (project / "docs/.one").symlink_to(".")
    (project / "docs/two").symlink_to("../docs")

    outcome = mkdocs_build(project)

    assert outcome.returncode == 1
    assert findings(outcome.stderr) == [
        ("P004", "docs/.one:1:1"),
        ("P003", "docs/out:1:1"),
        ("P004", "docs/two:1:1"),
    ]
    assert "the last pages and the last site stay" in outcome.stderr
    assert not (project / "site").exists()
