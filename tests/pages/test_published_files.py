"""Files that are published as they are: what is refused, where, and what real projects publish."""

import pytest

from build_scripts.model.line_and_column import Document
from build_scripts.pages.page_departures import departures, may_lead_away
from build_scripts.pages.published_files import content_faults, name_faults

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">{}</svg>'
XHTML = '<html xmlns="http://www.w3.org/1999/xhtml">\n{}</html>'
# As drawing programs write it: with a document type, a namespace in an entity, and metadata.
AS_DRAWN = """<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd" [
<!ENTITY ns_svg "http://www.w3.org/2000/svg">]>
<svg xmlns="&ns_svg;" xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<metadata><r:RDF r:resource="http://e.org"/></metadata></svg>"""


def found(path: str, content: str | bytes) -> list[str]:
    """Line, column, code and message of each fault of a file."""
    encoded = content if isinstance(content, bytes) else content.encode()
    faults = name_faults(path, path, ()) or content_faults(path, path, encoded)
    return [f"{fault.line}:{fault.column} {fault.code} {fault.message}" for fault in faults]


@pytest.mark.parametrize(
    ("path", "content", "fault"),
    [
        ("a.svg", SVG.format("<script>x()</script>"), "1:80 H001 The element “script”"),
        ("a.SVG", '<svg onload="x()"/>', "1:1 H001 The attribute “onload”"),
        ("a.svg", SVG.format("<handler/>"), "1:80 H001 The element “handler”"),
        ("a.svg", SVG.format('<a x:href="&#10;javascript:x()"/>'), "1:80 H001 The address in “h"),
        ("a.svg", SVG.format('<set attributeName="onfocus"/>'), "1:80 H001 The animation of “on"),
        (
            "a.svg",
            SVG.format('<animate attributeName="href" values="a;javascript:x()"/>'),
            "1:80 H001 The address in “values”",
        ),
        ("a.svg", SVG.format('<image href="//e.org/a.png"/>'), "1:80 H003 The element “image” loa"),
        ("a.svg", SVG.format('<g fill="url(https://e.org/a)"/>'), "1:80 H003 The style in “fill”"),
        ("a.svg", SVG.format("<style>@import '//e.org'</style>"), "1:80 H003 The style sheet lo"),
        ("a.svg", SVG.format("<g>"), "1:85 H003 Here the file is not valid XML"),
        ("a.svg", "", "1:1 H003 Here the file is not valid XML"),
        ("a.svg", SVG.format("<script/>").encode("utf-16"), "1:81 H001 The element “script”"),
        (
            "a.svg",
            '<?xml version="1.0" encoding="windows-1251"?>\n<svg onload="x"/>',
            "2:1 H001 The attribute “onload”",
        ),
        ("a.xml", '<?xml version="1.0" encoding="x-own"?><a/>', "1:1 H003 The encoding of the"),
        ("a.xhtml", XHTML.format("<script/>"), "2:1 H001 The element “script”"),
        ("a.xht", XHTML.format('<iframe srcdoc="x"/>'), "2:1 H001 The attribute “srcdoc”"),
        ("a.xhtml", XHTML.format('<meta http-equiv="Refresh"/>'), "2:1 H002 The page sends"),
        (
            "feed.xml",
            '<h:a xmlns:h="http://www.w3.org/1999/xhtml"><h:script/></h:a>',
            "1:45 H001 The element “script”",
        ),
        ("feed.rss", '<?xml-stylesheet type="text/xsl" href="a"?><a/>', "1:1 H001 The style sheet"),
        ("a.xml", '<!DOCTYPE a [<!ENTITY e "<script/>">]><a>&e;</a>', "1:25 H003 This definition"),
        ("a.xml", '<!DOCTYPE a [<!ENTITY e "aa"><!ENTITY f "&e;&e;">]><a/>', "1:41 H003 This def"),
        ("a.xml", f'<!DOCTYPE a [<!ENTITY e "{"a" * 999}">]><a/>', "1:25 H003 This definition"),
        (
            "a.svg",
            '<!DOCTYPE svg [<!ATTLIST svg onload CDATA "x()">]><svg/>',
            "1:51 H001 The attribute “onload”",
        ),
        ("a.shtml", "x", "1:1 H003 Files that end in `.shtml`"),
        ("a.MHT", "x", "1:1 H003 Files that end in `.MHT`"),
        ("a.svgz", b"\x1f\x8b", "1:1 H003 Files that end in `.svgz`"),
        ("a.phtml", "x", "1:1 H003 Files that end in `.phtml`"),
        ("page", " \n<script>x()</script>", "1:1 H003 This file begins like a page"),
        ("page.html.old", "<p>", "1:1 H003 This file begins like a page"),
        ("page.bin", "<p>".encode("utf-16"), "1:1 H003 This file begins like a page"),
        ("page.odd", '<?xml version="1.0"?><svg onload="x()"/>', "1:22 H001 The attribute “on"),
        ("CNAME", "example.org", "1:1 H003 `CNAME` may command the server"),
        ("a/_Headers", "x", "1:1 H003 `_Headers` may command the server"),
        ("web.config", "x", "1:1 H003 `web.config` may command the server"),
        ("_worker.js", "x", "1:1 H003 `_worker.js` may command the server"),
        (".htaccess", "x", "1:1 H003 `.htaccess` may command the server"),
        (".well-known/security.txt", "x", "1:1 H003 `security.txt` may command the server"),
    ],
)
def test_what_browsers_or_servers_would_run_is_refused_at_its_place(
    path: str, content: str | bytes, fault: str
) -> None:
    assert [message[: len(fault)] for message in found(path, content)] == [fault]


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("a.svg", SVG.format('<a href="https://e.org"><path d="M0 0"/></a><style>a{}</style>')),
        ("a.svg", SVG.format('<image x:href="data:image/png;base64,AAAA"/><use href="#a"/>')),
        (
            "a.svg",
            AS_DRAWN,
        ),
        (
            "feed.atom",
            '<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://e.org"/></feed>',
        ),
        ("text.xml", '<TEI xmlns="http://www.tei-c.org/ns/1.0"><script onload="x"/></TEI>'),
        ("text.tei", '<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"/>'),
        ("a.xml", '<?xml-stylesheet type="text/css" href="a.css"?><a/>'),
        ("a.txt", "<script>"),
        ("code.js", "<!-- x"),
        ("paper.pdf", "%PDF-1.7"),
        ("LICENSE", "Everybody may copy this"),
        ("a.woff2", b"wOF2"),
        ("archive.tar.gz", b"\x1f\x8b"),
    ],
)
def test_what_real_projects_publish_is_published(path: str, content: str | bytes) -> None:
    assert found(path, content) == []


def test_maintainers_may_allow_a_file_for_the_server() -> None:
    assert name_faults("CNAME", "docs/CNAME", ["CNAME"]) == ()
    assert name_faults("sub/CNAME", "docs/sub/CNAME", ["CNAME"]) != ()


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ('<meta http-equiv="refresh" content="0;url=x">', "1:1"),
        ("a\n<META content=1 HTTP-EQUIV = ' Refresh '>", "2:1"),
        ("<noscript><meta http-equiv=refresh></noscript>", "1:11"),
        ("<template><meta http-equiv=refresh></template>", "1:11"),
        ("<iframe srcdoc='<meta http-equiv=refresh>'></iframe>", "1:17"),
        ('<meta http-equiv="&#114;efresh">', "1:1"),
        ('x <link href="//e.org" rel="icon preconnect">', "1:3"),
        ('<link rel=dns-prefetch href="https://e.org">', "1:1"),
    ],
)
def test_what_takes_readers_elsewhere_is_found_at_its_place(written: str, place: str) -> None:
    assert may_lead_away(written)
    (fault,) = departures(written, Document("docs/a.md", written))
    assert (f"{fault.line}:{fault.column}", fault.code) == (place, "H002")


@pytest.mark.parametrize(
    "written",
    [
        '<meta http-equiv="content-type" content="text/html">',
        '<link rel="prefetch" href="next/">',
        '<link rel="stylesheet" href="a.css">',
        "<p>http-equiv=refresh</p>",
    ],
)
def test_what_keeps_readers_here_is_left_alone(written: str) -> None:
    assert departures(written, Document("docs/a.md", written)) == ()
