"""A window with WebKit in it and nothing else, which WebKitWebDriver drives.

It runs with the system's Python, whose package ``gi`` opens WebKitGTK. Each page gets a list,
``complaints``, of its errors and breaches of its policy, because the driver does not tell them.
What a page prints becomes the file that the variable ``PRINTED`` names.

The browser that comes with WebKitGTK has a tool bar that keeps its window wider than a phone.
"""

import os
from pathlib import Path

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402 (the versions must be chosen first)

_LISTEN = """
    window.complaints = [];
    addEventListener(
        "error", event => complaints.push(event.message ?? event.target.outerHTML), true);
    addEventListener("unhandledrejection", event => complaints.push(String(event.reason)));
    addEventListener("securitypolicyviolation", event =>
        complaints.push(`${event.violatedDirective} forbids ${event.blockedURI} ${event.sample}`));
"""
_CONTEXT = WebKit2.WebContext.new_ephemeral()


def _print(view: WebKit2.WebView) -> None:
    settings = Gtk.PrintSettings()
    settings.set_printer("Print to File")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, Path(os.environ["PRINTED"]).as_uri())
    paper = Gtk.PageSetup()
    paper.set_paper_size_and_default_margins(Gtk.PaperSize.new(Gtk.PAPER_NAME_A4))
    printing = WebKit2.PrintOperation.new(view)
    printing.set_print_settings(settings)
    printing.set_page_setup(paper)
    printing.print_()
    view.printing = printing  # else Python would end it


def _new_view(*_: object) -> WebKit2.WebView:
    content = WebKit2.UserContentManager()
    content.add_script(
        WebKit2.UserScript.new(
            _LISTEN,
            WebKit2.UserContentInjectedFrames.ALL_FRAMES,
            WebKit2.UserScriptInjectionTime.START,
            None,
            None,
        )
    )
    view = WebKit2.WebView(
        web_context=_CONTEXT, user_content_manager=content, is_controlled_by_automation=True
    )
    window = Gtk.Window(default_width=1280, default_height=800)
    content.register_script_message_handler("printer")
    content.connect("script-message-received::printer", lambda *_: _print(view))
    view.connect("close", lambda _: window.destroy())
    window.connect("destroy", lambda _: Gtk.main_quit())
    window.add(view)
    window.show_all()
    return view


def _start(_: object, session: WebKit2.AutomationSession) -> None:
    itself = WebKit2.ApplicationInfo.new()
    itself.set_name("MiniBrowser")  # the name that the driver is asked for
    session.set_application_info(itself)
    session.connect("create-web-view", _new_view)


_CONTEXT.set_automation_allowed(True)
_CONTEXT.connect("automation-started", _start)
Gtk.main()
