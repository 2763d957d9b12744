"""What a browser finds fault with in pages: what their policy forbids, scripts, missing files."""

from time import monotonic

from playwright.sync_api import ConsoleMessage, Page

_REPORT_VIOLATIONS = """document.addEventListener("securitypolicyviolation", event =>
    reportViolation(`${event.effectiveDirective} forbids ${event.blockedURI} ${event.sample}`));"""
_PATIENCE_SECONDS = 10


class Watch:
    """Notes, from now on, all that a page's browser finds fault with.

    Attributes:
        violations: what the page's policy forbade.
        faults: errors and warnings in the console, and exceptions.
    """

    def __init__(self, page: Page) -> None:
        self.violations: list[str] = []
        self.faults: list[str] = []
        self._page = page
        page.expose_function("reportViolation", self._note_violation)
        page.add_init_script(_REPORT_VIOLATIONS)
        page.on("pageerror", lambda error: self.faults.append(f"{page.url}: {error}"))
        page.on("console", self._note_message)

    def wait_for_violation(self, directive: str) -> None:
        """Wait until the policy has forbidden something, and fail where it does not."""
        end = monotonic() + _PATIENCE_SECONDS
        while not any(directive in violation for violation in self.violations):
            assert monotonic() < end, f"nothing was forbidden by {directive}"
            self._page.wait_for_timeout(5)

    def _note_violation(self, violation: str) -> None:
        self.violations.append(f"{self._page.url}: {violation}")

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.faults.append(f"{self._page.url}: {message.text}")
            # Of forbidden style sheets and pictures that stand before the listener, and of what
            # workers do, only the console tells.
            if "Content Security Policy" in message.text:
                self.violations.append(f"{self._page.url}: {message.text}")
