"""What stands in for web workers on a page that is opened from a folder."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from build_scripts.pages.offline_edition import worker_script
from build_scripts.pages.policy import policy, with_policy
from tests.browser.conftest import Traffic
from tests.browser.watch import Watch

PAGE = (
    '<!doctype html><html lang="en"><head><title>Page</title>'
    '<script src="../scripts/iframe-worker.js"></script></head><body></body></html>'
)
WORKER = """
addEventListener("message", async ({data}) => {
  await importScripts("../words/greeting.js", "../words/whole.js");
  postMessage({text: `${whole}, ${data}`, length: data.length});
});
"""
ANSWERS = """async (messages) => {
  const worker = new Worker("../scripts/workers/answers.js");
  const answers = [];
  const all = new Promise(resolve => {
    worker.onmessage = ({data}) => { if (answers.push(data) === messages.length) resolve(); };
  });
  messages.forEach(message => worker.postMessage(message));
  await all;
  return answers;
}"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A page and a worker, in a folder whose name the worker must not stumble over."""
    folder = tmp_path / "workers & others #1"
    files = {
        "pages/index.html": with_policy(PAGE, policy(())),
        "scripts/iframe-worker.js": worker_script().decode(),
        "scripts/workers/answers.js": WORKER,
        "scripts/words/greeting.js": 'var greeting = "Łódź";',
        "scripts/words/whole.js": "var whole = `${greeting} 読書`;",
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def page(open_page: Callable[..., Page], traffic: Traffic, folder: Path) -> Page:
    """The page, opened from the folder."""
    traffic.allowed.add("file://")
    page = open_page()
    page.goto((folder / "pages/index.html").as_uri())
    return page


def test_messages_that_are_sent_at_once_are_answered_in_their_order(page: Page) -> None:
    """With scripts that the worker imports, by addresses relative to its own."""
    watch = Watch(page)

    assert page.evaluate(ANSWERS, ["one", "three"]) == [
        {"text": "Łódź 読書, one", "length": 3},
        {"text": "Łódź 読書, three", "length": 5},
    ]
    assert watch.violations == watch.faults == []


def test_a_second_worker_is_another(page: Page) -> None:
    assert page.evaluate(ANSWERS, ["one"]) == page.evaluate(ANSWERS, ["one"])
    assert page.locator("iframe").count() == 2


def test_names_of_the_worker_stay_out_of_the_page(page: Page) -> None:
    page.evaluate(ANSWERS, ["one"])

    assert page.evaluate("[typeof greeting, typeof importScripts]") == ["undefined", "undefined"]


def test_a_worker_without_a_script_has_an_error(page: Page) -> None:
    message = page.evaluate("""() => new Promise(resolve => {
        new Worker("missing.js").addEventListener("error", event => resolve(event.message));
    })""")

    assert message.startswith("Cannot load file://")
    assert message.endswith("/pages/missing.js")


def test_a_worker_that_is_ended_leaves_nothing_on_the_page(page: Page) -> None:
    page.evaluate('new Worker("../scripts/workers/answers.js").terminate()')

    assert page.locator("iframe").count() == 0


def test_on_a_server_workers_are_those_of_the_browser(
    open_page: Callable[..., Page], serve_folder: Callable[[Path], str], folder: Path
) -> None:
    page = open_page()
    page.goto(f"{serve_folder(folder)}/pages/index.html")

    assert page.evaluate("Worker.toString()") == "function Worker() { [native code] }"
