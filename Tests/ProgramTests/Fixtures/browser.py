#!/usr/bin/env python3
"""Opens the page of a packet in a real browser, answers it with the keyboard alone, and tells as JSON what it saw.

    browser.py CHROMIUM PAGE FOLDER ANSWERS

ANSWERS is a JSON list, one for each item in the order of the page: {"key": "1", "reason": "…", "until": "MMDDYYYY"}, the last two
where needed. FOLDER gets the file that the page saves, and pictures of the page. The browser is spoken to over a pipe in its
DevTools protocol; it reaches no network.
"""

import base64
import json
import os
import pathlib
import subprocess
import sys
import time

PATIENCE = 60


class Browser:
    """A browser without a window, and its one page."""

    def __init__(self, program, folder):
        to_browser, self.outgoing = os.pipe()
        self.incoming, from_browser = os.pipe()

        def connect():
            # The browser reads commands from 3 and writes answers to 4.
            first = os.dup(to_browser)
            second = os.dup(from_browser)
            os.dup2(first, 3)
            os.dup2(second, 4)

        words = [program, "--headless=new", "--remote-debugging-pipe", "--no-first-run", "--disable-gpu",
                 "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
                 "--disable-sync", "--proxy-server=127.0.0.1:9", "--lang=en", f"--user-data-dir={folder}/profile"]
        if os.geteuid() == 0:
            words.append("--no-sandbox")
        self.process = subprocess.Popen(
            words, preexec_fn=connect, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={**os.environ, "HOME": folder})
        os.close(to_browser)
        os.close(from_browser)
        self.rest = b""
        self.number = 0
        self.events = []
        target = self.call("Target.createTarget", {"url": "about:blank"}, isPage=False)["targetId"]
        self.session = self.call(
            "Target.attachToTarget", {"targetId": target, "flatten": True}, isPage=False)["sessionId"]

    def message(self, deadline):
        while b"\0" not in self.rest:
            if time.monotonic() > deadline:
                raise TimeoutError("the browser does not answer")
            piece = os.read(self.incoming, 1 << 16)
            if not piece:
                raise EOFError("the browser has ended")
            self.rest += piece
        line, _, self.rest = self.rest.partition(b"\0")
        return json.loads(line)

    def call(self, method, values=None, isPage=True):
        self.number += 1
        command = {"id": self.number, "method": method, "params": values or {}}
        if isPage:
            command["sessionId"] = self.session
        os.write(self.outgoing, json.dumps(command).encode() + b"\0")
        deadline = time.monotonic() + PATIENCE
        while True:
            message = self.message(deadline)
            if message.get("id") == self.number:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message["result"]
            self.events.append(message)

    def wait(self, method):
        deadline = time.monotonic() + PATIENCE
        while not any(event.get("method") == method for event in self.events):
            self.events.append(self.message(deadline))

    def value(self, expression):
        result = self.call("Runtime.evaluate", {"expression": expression, "returnByValue": True})
        if "exceptionDetails" in result:
            raise RuntimeError(f"{expression}: {result['exceptionDetails']}")
        return result["result"].get("value")

    def press(self, key):
        """Presses and releases one key."""
        codes = {"Tab": 9, "Enter": 13, "Escape": 27, " ": 32}
        number = codes.get(key, ord(key.upper()) if len(key) == 1 else 0)
        text = {"Enter": "\r"}.get(key, key if len(key) == 1 else "")
        stroke = {"key": key, "windowsVirtualKeyCode": number}
        self.call("Input.dispatchKeyEvent", {"type": "keyDown", "text": text, **stroke})
        self.call("Input.dispatchKeyEvent", {"type": "keyUp", **stroke})

    def write(self, text):
        for character in text:
            self.call("Input.dispatchKeyEvent", {"type": "char", "text": character})

    def picture(self, path, isWhole=False):
        shot = self.call("Page.captureScreenshot", {"format": "png", "captureBeyondViewport": isWhole})
        pathlib.Path(path).write_bytes(base64.b64decode(shot["data"]))

    def window(self, width, height):
        self.call("Emulation.setDeviceMetricsOverride",
                  {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})

    def colours(self, scheme):
        self.call("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})

    def end(self):
        try:
            self.call("Browser.close", isPage=False)
        except (OSError, EOFError, TimeoutError):
            pass
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


# What is wider than the window.
OVERFLOW = """
(() => {
  const width = document.documentElement.clientWidth;
  const wide = [...document.querySelectorAll('body *')].filter(element => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.right > width + 0.5 && !element.closest('.unseen, .skip');
  }).map(element => element.tagName + '.' + element.className);
  if (document.documentElement.scrollWidth > width) wide.push('the page: ' + document.documentElement.scrollWidth);
  return wide;
})()
"""

# Text whose colour is too near to that of its ground (WCAG 2.2, 1.4.3).
CONTRAST = """
(() => {
  const channel = value => { value /= 255; return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4; };
  const parts = text => text.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const ground = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parts(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) return colour;
    }
    return parts(getComputedStyle(document.documentElement).colorScheme === 'dark' ? '0 0 0' : '255 255 255');
  };
  const bad = [];
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim() !== '');
    if (!own || element.closest('script, .unseen, .skip') || element.getClientRects().length === 0) continue;
    const [a, b] = [light(parts(getComputedStyle(element).color)), light(ground(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) bad.push(element.tagName + '.' + element.className + ' ' + ratio.toFixed(2));
  }
  return [...new Set(bad)];
})()
"""

# The names and roles that assistive technology gets are asked of the browser itself; what is operated must have a name.
OPERATED = {"radio", "checkbox", "button", "link", "textbox", "combobox", "progressbar", "progressIndicator", "Date",
            "article", "region", "radiogroup"}


def accessibility(browser):
    browser.call("Accessibility.enable")
    nodes = [node for node in browser.call("Accessibility.getFullAXTree")["nodes"] if not node.get("ignored")]
    roles = [node.get("role", {}).get("value", "") for node in nodes]
    nameless = [role for node, role in zip(nodes, roles)
                if role in OPERATED and not str(node.get("name", {}).get("value", "")).strip()]
    levels = [next((part["value"]["value"] for part in node.get("properties", []) if part["name"] == "level"), 0)
              for node, role in zip(nodes, roles) if role == "heading"]
    skipped = [pair for pair in zip(levels, levels[1:]) if pair[1] > pair[0] + 1]
    return {"nameless": nameless, "headings": levels, "skipped": skipped,
            "mains": roles.count("main"), "radios": roles.count("radio"), "rowHeaders": roles.count("rowheader")}


def play(browser, page, folder, answers):
    seen = {}
    for domain in ("Page", "Runtime", "Log", "Network"):
        browser.call(f"{domain}.enable")
    browser.call("Page.addScriptToEvaluateOnNewDocument", {"source": """
      window.violations = [];
      document.addEventListener('securitypolicyviolation',
        event => window.violations.push(event.violatedDirective + ' ' + event.blockedURI));
    """})
    browser.call("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": folder}, isPage=False)
    browser.window(1280, 900)
    browser.call("Page.navigate", {"url": page.as_uri()})
    browser.wait("Page.loadEventFired")
    seen["language"] = browser.value("document.documentElement.lang")
    seen["items"] = browser.value("document.querySelectorAll('.item').length")
    seen["draft"] = browser.value("document.getElementById('draft').textContent")
    browser.picture(f"{folder}/begin-light.png")

    # Before anything is answered there is no file, and it is said why.
    browser.press("s")
    browser.press("Enter")
    seen["refusedEmpty"] = browser.value("document.getElementById('problems').textContent")

    # Not everything may be kept at once.
    def keep_many():
        for button in ("pick-plain", "keep-picked"):
            browser.value(f"document.getElementById('{button}').focus()")
            browser.press("Enter")
        return browser.value("document.getElementById('bulk-text').textContent")

    seen["tooMany"] = keep_many()
    browser.value("document.querySelector('.hints').closest('.item').scrollIntoView()")
    browser.picture(f"{folder}/hints-light.png")
    browser.value("document.getElementById('items').focus()")

    for answer in answers:
        browser.press("j")
        browser.press(answer["key"])
        if answer.get("until"):
            browser.value("document.activeElement.closest('.item').querySelector('[data-part=until]').focus()")
            for digit in answer["until"]:
                browser.press(digit)
            browser.press("Escape")
        if answer.get("reason") and not answer.get("later"):
            browser.press("m")
            browser.write(answer["reason"])
            browser.press("Escape")
    seen["kept"] = keep_many()
    seen["progress"] = browser.value("document.getElementById('progress-text').textContent")
    browser.picture(f"{folder}/answered-light.png")

    # What is missing is told, and each line leads to its field.
    browser.press("s")
    browser.press("Enter")
    seen["problems"] = browser.value("document.querySelectorAll('#problems:not([hidden]) li').length")
    browser.picture(f"{folder}/problems-light.png")
    for answer in answers:
        if answer.get("later"):
            browser.press("Tab")
            browser.press("Enter")
            seen["ledTo"] = browser.value("document.activeElement.dataset.part")
            browser.write(answer["reason"])
            browser.press("Escape")
            browser.press("s")
            browser.press("Enter")
    seen["focus"] = browser.value("document.activeElement.id")
    seen["text"] = browser.value("(document.querySelector('#result textarea') || {}).value || ''")
    seen["result"] = browser.value("document.getElementById('result').innerText")
    browser.picture(f"{folder}/result-light.png")
    browser.press("Tab")
    seen["fileName"] = browser.value("document.activeElement.download || ''")
    browser.press("Enter")
    deadline = time.monotonic() + PATIENCE
    saved = pathlib.Path(folder) / (seen["fileName"] or "none")
    # It may be there before all of it is.
    while not (saved.exists() and saved.read_text() == seen["text"]) and time.monotonic() < deadline:
        browser.value("1")
    seen["saved"] = saved.read_text() if saved.exists() else ""

    seen["accessibility"] = accessibility(browser)
    seen["contrast"] = browser.value(CONTRAST)
    browser.colours("dark")
    seen["contrastDark"] = browser.value(CONTRAST)
    browser.picture(f"{folder}/result-dark.png")
    browser.value("scrollTo(0, 0)")
    browser.picture(f"{folder}/begin-dark.png")
    browser.value("document.querySelectorAll('.item')[1].scrollIntoView()")
    browser.picture(f"{folder}/items-dark.png")
    browser.colours("light")

    # A window of 1280 pixels at 400 % (WCAG 2.2, 1.4.10).
    browser.window(320, 256)
    seen["overflow"] = browser.value(OVERFLOW)
    browser.window(320, 900)
    browser.value("scrollTo(0, 0)")
    browser.picture(f"{folder}/begin-narrow.png")
    browser.value("document.querySelectorAll('.item')[0].scrollIntoView()")
    browser.picture(f"{folder}/items-narrow.png")
    browser.window(1280, 900)

    seen["violations"] = browser.value("window.violations")
    # The draft is there when the page is opened again.
    browser.events = []
    browser.call("Page.reload")
    browser.wait("Page.loadEventFired")
    seen["progressAfterReload"] = browser.value("document.getElementById('progress-text').textContent")
    seen["violations"] += browser.value("window.violations")
    return seen


def main():
    program, page, folder, answers = sys.argv[1:5]
    browser = Browser(program, folder)
    requested = []
    errors = []
    try:
        collected = []
        original = browser.message

        def message(deadline):
            found = original(deadline)
            collected.append(found)
            return found

        browser.message = message
        seen = play(browser, pathlib.Path(page).resolve(), folder, json.loads(answers))
        for event in collected:
            method = event.get("method")
            if method == "Network.requestWillBeSent":
                requested.append(event["params"]["request"]["url"][:200])
            elif method == "Runtime.exceptionThrown":
                errors.append(json.dumps(event["params"]["exceptionDetails"]))
            elif method == "Log.entryAdded" and event["params"]["entry"]["level"] == "error":
                errors.append(event["params"]["entry"]["text"])
        seen["requested"] = sorted(set(requested))
        seen["errors"] = errors
    finally:
        browser.end()
    print(json.dumps(seen, ensure_ascii=False))


if __name__ == "__main__":
    main()
