"""Uses the chat page and the widget in a headless Chromium.

Usage: browser.py URL CHROMIUM PORT SHOTS, where the demonstration database is served as of 2026-03-31 for pages of http://127.0.0.1:PORT too.
Prints a line for each scene, and leaves its screenshots in the folder SHOTS; exits 1 at the first scene that fails.
"""

import http.server
import sys
import threading

from playwright.sync_api import sync_playwright

# A policy as strict as pages have them: only the script of the widget, and its server.
POLICY = "default-src 'none'; script-src {0}; connect-src {0}; require-trusted-types-for 'script'"
HOST_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Shop</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<body><h1>A shop</h1><p>Its own page.</p><script src="{0}/widget.js" data-lang="{1}"></script></body></html>"""

# What the page must never do, noted from its first moment.
WATCH = """window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective + " " + event.blockedURI));"""

CONVERSATIONS = {
    "fr": (["CA par mois en 2025", "et en 2024 ?", "par catégorie"], ["1 432 845,27 €", "1 250 954,78 €", "2 735 635"]),
    "en": (["revenue by month in 2025", "and in 2024?", "by category"], ["€1,432,845.27", "€1,250,954.78", "2,735,635"]),
}
CHOOSE = {"fr": "les ventes de Martin", "en": "sales of Martin"}
RECEIPT = {"fr": "Données jusqu’au", "en": "Data until"}


def plain(text):
    """The text with plain blanks in its numbers."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")


class Chat:
    """The chat on a page, read through its shadow root."""

    def __init__(self, page, language, shots, name):
        self.page, self.language, self.shots, self.name = page, language, shots, name
        self.input = page.get_by_role("combobox")

    def answers(self):
        return self.page.locator(".told")

    def wait(self, count):
        """Waits until there are so many answers, and gives the last."""
        self.page.wait_for_function(
            """(count) => { const root = [...document.querySelectorAll("div")].map((host) => host.shadowRoot).find(Boolean);
            return root.querySelectorAll(".told").length >= count && !root.querySelector("[role=status]"); }""",
            arg=count,
            timeout=60_000,
        )
        return self.answers().nth(count - 1)

    def type(self, question):
        """Asks with the keyboard alone."""
        count = self.answers().count()
        self.input.focus()
        self.page.keyboard.type(question)
        self.page.keyboard.press("Enter")
        return self.wait(count + 1)

    def check_width(self):
        """Nothing but tables scrolls sideways."""
        wide = self.page.evaluate(
            """() => { const root = [...document.querySelectorAll("div")].map((host) => host.shadowRoot).find(Boolean);
            return [document.scrollingElement, ...root.querySelectorAll("*:not(.scroll, .scroll *, svg, svg *)")]
              .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0
                && getComputedStyle(element).display !== "inline" && getComputedStyle(element).overflowX !== "hidden")
              .map((element) => element.tagName + "." + element.className + " " + element.scrollWidth + ">" + element.clientWidth); }"""
        )
        assert not wide, f"{self.name}: wider than the window: {wide}"

    def shoot(self, label):
        self.page.screenshot(path=f"{self.shots}/{self.name}-{label}.png")

    def converse(self):
        """Three turns, with chart, table and receipt."""
        turns, expected = CONVERSATIONS[self.language]
        for number, (turn, figure) in enumerate(zip(turns, expected, strict=True), 1):
            answer = self.type(turn)
            assert figure in plain(answer.inner_text()), f"{self.name}: {figure} is not in {answer.inner_text()}"
            drawn = answer.locator("svg[role=img]")
            assert drawn.count() == 1 and drawn.locator("path, rect, polyline").count() > 0, f"{self.name}: no chart"
            assert answer.locator("table tbody tr").count() >= 10, f"{self.name}: no table"
            self.check_width()
            self.shoot(f"turn{number}")
        # The receipt opens by the keyboard.
        summary = answer.locator("summary")
        summary.focus()
        self.page.keyboard.press("Enter")
        assert RECEIPT[self.language] in answer.locator("dl").inner_text()
        assert "SELECT" in answer.locator("pre").inner_text()
        summary.scroll_into_view_if_needed()
        self.check_width()
        self.shoot("receipt")

    def choose(self):
        """A question asked back: a choice is a button, and its answer the next turn."""
        asked = self.type(CHOOSE[self.language])
        buttons = asked.get_by_role("group").get_by_role("button")
        assert buttons.count() >= 2, f"{self.name}: no choices in {asked.inner_text()}"
        name, count = buttons.first.inner_text(), self.answers().count()
        assert "1." not in asked.inner_text(), f"{self.name}: choices are lines too"
        self.shoot("choices")
        buttons.first.focus()
        self.page.keyboard.press("Enter")
        assert name in self.wait(count + 1).inner_text()
        self.check_width()
        self.shoot("chosen")

    def suggest(self):
        """Typing help is taken by the arrows."""
        self.input.focus()
        self.page.keyboard.type("chiffre d" if self.language == "fr" else "gross m")
        self.page.get_by_role("option").first.wait_for()
        self.shoot("suggestions")
        self.page.keyboard.press("ArrowDown")
        assert self.input.get_attribute("aria-activedescendant")
        self.page.keyboard.press("Enter")
        assert len(self.input.input_value()) > 9
        self.input.fill("")

    def check_policy(self, messages):
        violations = self.page.evaluate("violations")
        assert not violations and not messages, f"{self.name}: {violations} {messages}"
        print(f"{self.name}: right")


def open_page(browser, address, language, width, height, scheme):
    context = browser.new_context(
        locale={"fr": "fr-FR", "en": "en-GB"}[language],
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.add_init_script(WATCH)
    messages = []
    page.on("console", lambda message: messages.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: messages.append(str(error)))
    # What the page asks for, beyond the server, is a fault too.
    page.on("request", lambda request: None if request.url.startswith(("http://127.0.0.1", "blob:")) else messages.append(request.url))
    page.goto(address)
    return page, messages


def whole_page(browser, address, shots, name, language, width, height, scheme):
    page, messages = open_page(browser, address, language, width, height, scheme)
    chat = Chat(page, language, shots, name)
    chat.wait(1)
    assert page.evaluate("document.documentElement.lang") == language
    chat.check_width()
    chat.shoot("greeting")
    chat.suggest()
    chat.converse()
    chat.choose()
    chat.check_policy(messages)


def widget(browser, address, host, shots, name, language, width, height, scheme):
    page, messages = open_page(browser, f"{host}/{language}", language, width, height, scheme)
    chat = Chat(page, language, shots, name)
    # By the keyboard: to the button, into the chat, and out again.
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    chat.wait(1)
    chat.converse()
    page.keyboard.press("Escape")
    assert page.get_by_role("combobox").count() == 0
    assert page.evaluate("[...document.querySelectorAll('div')].find((host) => host.shadowRoot).shadowRoot.activeElement.className") == "launch"
    chat.shoot("closed")
    chat.check_policy(messages)


def serve_host(port, address):
    """Serves a page that has the widget, under a strict policy, at /fr and /en."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            language = self.path.strip("/")
            found = language in CONVERSATIONS
            self.send_response(200 if found else 204)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", POLICY.format(address))
            self.end_headers()
            if found:
                self.wfile.write(HOST_PAGE.format(address, language).encode())

        def log_message(self, *arguments):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{port}"


if __name__ == "__main__":
    address, chromium, port, shots = sys.argv[1].rstrip("/"), sys.argv[2], int(sys.argv[3]), sys.argv[4]
    host = serve_host(port, address)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        whole_page(browser, address, shots, "page-fr-phone", "fr", 360, 740, "light")
        whole_page(browser, address, shots, "page-en-dark", "en", 1100, 800, "dark")
        widget(browser, address, host, shots, "widget-en", "en", 1100, 800, "light")
        widget(browser, address, host, shots, "widget-fr-phone-dark", "fr", 360, 740, "dark")
        browser.close()
