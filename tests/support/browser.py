"""Debian's Chromium for tests that look at a page, driven by Playwright."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_SWITCHES = (
    "--no-sandbox",  # Chromium refuses to run as root with it; it only sees our own loopback page
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_PATIENCE = 8000  # ms for anything to appear
MISSING = "Chromium isn't on this machine; `apt-get install chromium` gets it, then run this again"


def chromium_path(
    environment: Mapping[str, str], look: Callable[[str], str | None] = shutil.which
) -> str:
    """Where Chromium is. Without it the test is skipped; in CI, where it must run, it fails."""
    for name in _NAMES:
        found = look(name)
        if found:
            return found
    if environment.get("CI"):
        pytest.fail(MISSING, pytrace=False)
    pytest.skip(MISSING)


@contextmanager
def launched(path: str) -> Iterator[Browser]:
    """A running browser; contexts and pages in it are the caller's."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_SWITCHES))
        try:
            yield browser
        finally:
            browser.close()


class Windows:
    """Browser windows on the local workspace's page, each with a storage of its own."""

    def __init__(self, browser: Browser, url: str) -> None:
        self._browser = browser
        self._url = url
        self._contexts: list[BrowserContext] = []
        self.complaints: list[str] = []
        """What the page's console reported as wrong."""

    def open(
        self, person: str, place: str, *, width: int = 1440, height: int = 900, dark: bool = False
    ) -> Page:
        """The page as `person` (user id) in `place` (channel id or `home`), once it is drawn."""
        context = self._browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            accept_downloads=True,
        )
        self._contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(_PATIENCE)
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(f"{self._url}/#{person}/{place}")
        page.wait_for_selector("main")
        return page

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def close(self) -> None:
        for context in self._contexts:
            context.close()


@contextmanager
def windows(browser: Browser, url: str) -> Iterator[Windows]:
    """Windows that close at the end; a page that complained in its console fails the test."""
    opened = Windows(browser, url)
    try:
        yield opened
    finally:
        opened.close()
    assert opened.complaints == []


# Every text on the page with its colour and what lies under it, both as they are painted.
_CONTRASTS = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top, under) => top.slice(0, 3).map((c, i) => c * top[3] + under[i] * (1 - top[3]));
  const ground = (el) => {
    if (!el) return rgba(getComputedStyle(document.documentElement).backgroundColor).slice(0, 3);
    const own = rgba(getComputedStyle(el).backgroundColor);
    return own[3] === 1 ? own.slice(0, 3) : over(own, ground(el.parentElement));
  };
  const luminance = (colour) => {
    const [r, g, b] = colour.map((c) => {
      const s = c / 255;
      return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const el = walker.currentNode.parentElement;
    const words = walker.currentNode.data.trim();
    const seen = el.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    if (!words || !seen) continue;
    if (el.closest(".unseen, :disabled, script, style")) continue;
    const style = getComputedStyle(el);
    const under = ground(el);
    const ink = over(rgba(style.color), under);
    const [light, dark] = [luminance(ink), luminance(under)].sort((a, b) => b - a);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const ratio = (light + 0.05) / (dark + 0.05);
    if (ratio < (large ? 3 : 4.5)) found.push(`${words.slice(0, 40)}: ${ratio.toFixed(2)}`);
  }
  return found;
}"""


def faint_words(page: Page) -> list[str]:
    """Visible texts below WCAG 2.1 AA's contrast (4.5:1, large letters 3:1), with their ratio."""
    found: list[str] = page.evaluate(_CONTRASTS)
    return found
