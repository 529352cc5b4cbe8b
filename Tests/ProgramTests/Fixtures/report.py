#!/usr/bin/env python3
"""Opens pages of reports in a real browser, judges how they can be read, prints them, and tells as JSON what is wrong.

    report.py CHROMIUM FOLDER PAGE...

FOLDER gets pictures of the pages and what they are on paper. The answer has an object for each page; what is in its lists is wrong.
"""

import base64
import json
import pathlib
import re
import sys
import xml.dom.minidom

from browser import CONTRAST, Browser

# Headings, names and labels, by the marks of the page.
STRUCTURE = """
(() => {
  const bad = [];
  const levels = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => Number(h.tagName[1]));
  if (levels.filter(level => level === 1).length !== 1 || levels[0] !== 1) bad.push('h1');
  levels.forEach((level, at) => { if (at && level > levels[at - 1] + 1) bad.push('heading ' + at + ' skips'); });
  if (!document.title.trim()) bad.push('title');
  for (const name of ['header', 'main', 'footer'])
    if (document.querySelectorAll(name).length !== 1) bad.push(name);
  const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
  if (new Set(ids).size !== ids.length) bad.push('ids');
  for (const element of document.querySelectorAll('[tabindex]')) if (element.tabIndex > 0) bad.push('tabindex');
  for (const table of document.querySelectorAll('table')) {
    const name = (table.caption && table.caption.textContent.trim()) || '';
    if (!name) bad.push('a table without a caption');
    if (!table.querySelector('th')) bad.push(name + ': no header cell');
    for (const cell of table.querySelectorAll('th'))
      if (!['col', 'row'].includes(cell.scope) || !cell.textContent.trim()) bad.push(name + ': a header cell');
    for (const row of table.tBodies[0].rows)
      if (row.cells[0].tagName !== 'TH') bad.push(name + ': a row without a header cell');
    const widths = new Set([...table.rows].map(row => row.cells.length));
    if (widths.size !== 1) bad.push(name + ': rows of several lengths');
  }
  for (const svg of document.querySelectorAll('svg')) {
    const named = (svg.getAttribute('aria-labelledby') || '').split(' ').every(id => document.getElementById(id));
    const title = svg.querySelector('title'), told = svg.querySelector('desc');
    if (svg.getAttribute('role') !== 'img' || !named || !title.textContent.trim() || !told.textContent.trim())
      bad.push('a drawing without a name');
  }
  for (const mark of ['script', 'style:not(head style)', 'link', 'img', 'iframe', 'form', '[style]', '[onclick]', '[href]', '[src]'])
    if (document.querySelector(mark)) bad.push(mark);
  return bad;
})()
"""

# Words in drawings: their ink against the square before them, else against the page.
DRAWN = """
(() => {
  const channel = value => { value /= 255; return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4; };
  const light = text => { const [r, g, b] = text.match(/[\\d.]+/g).map(Number);
    return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b); };
  const bad = [];
  for (const text of document.querySelectorAll('svg text')) {
    const before = text.classList.contains('mark') ? text.previousElementSibling : null;
    const ground = before ? getComputedStyle(before).fill : 'rgb(255, 255, 255)';
    const [a, b] = [light(getComputedStyle(text).fill), light(ground)];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) bad.push(text.textContent + ' ' + ratio.toFixed(2));
  }
  return [...new Set(bad)];
})()
"""

# Words in a drawing that run over each other, or out of it.
CROWDED = """
(() => {
  const bad = [];
  for (const svg of document.querySelectorAll('svg')) {
    const frame = svg.getBoundingClientRect();
    const words = [...svg.querySelectorAll('text')].map(text => [text.textContent, text.getBoundingClientRect()]);
    words.forEach(([word, box], at) => {
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
        bad.push('out: ' + word);
      for (const [other, place] of words.slice(at + 1))
        if (box.left < place.right - 1 && place.left < box.right - 1 && box.top + 4 < place.bottom && place.top + 4 < box.bottom)
          bad.push(word + ' over ' + other);
    });
  }
  return bad;
})()
"""

# What is wider than the window and not in a part that can be scrolled with the keyboard.
OVERFLOW = """
(() => {
  const width = document.documentElement.clientWidth;
  const bad = [...document.querySelectorAll('body *')].filter(element => {
    const box = element.getBoundingClientRect();
    const scroll = element.closest('.scroll');
    const isHidden = element.closest('thead') && getComputedStyle(element.closest('thead')).position === 'absolute';
    return box.width > 0 && box.right > width + 0.5 && !isHidden
      && !(scroll && scroll !== element && scroll.tabIndex === 0 && scroll.getAttribute('role') === 'region');
  }).map(element => element.tagName + '.' + (element.className.baseVal ?? element.className));
  if (document.documentElement.scrollWidth > width) bad.push('the page: ' + document.documentElement.scrollWidth);
  return [...new Set(bad)];
})()
"""


def judge(browser, page, folder):
    browser.events = []
    browser.window(1200, 900)
    browser.call("Page.navigate", {"url": page.as_uri()})
    browser.wait("Page.loadEventFired")
    seen = {"language": browser.value("document.documentElement.lang"),
            "drawings": browser.value("document.querySelectorAll('svg').length"),
            "structure": browser.value(STRUCTURE),
            "contrast": [text for text in browser.value(CONTRAST) if not text.startswith(("text", "title", "desc"))]
            + browser.value(DRAWN),
            "crowded": browser.value(CROWDED), "overflow": browser.value(OVERFLOW)}
    browser.picture(f"{folder}/{page.stem}.png", isWhole=True)
    browser.call("Accessibility.enable")
    nodes = [node for node in browser.call("Accessibility.getFullAXTree")["nodes"] if not node.get("ignored")]
    roles = [node.get("role", {}).get("value", "") for node in nodes]
    seen["nameless"] = [role for node, role in zip(nodes, roles)
                        if role in ("image", "img", "region", "table")
                        and not str(node.get("name", {}).get("value", "")).strip()]
    if roles.count("image") + roles.count("img") != seen["drawings"]:
        seen["nameless"].append("not every drawing is a picture")

    # A window of 1280 pixels at 400 % (WCAG 2.2, 1.4.10).
    browser.window(320, 256)
    seen["overflow"] += browser.value(OVERFLOW)
    browser.window(320, 900)
    browser.picture(f"{folder}/{page.stem}-narrow.png", isWhole=True)
    browser.window(1200, 900)

    printed = base64.b64decode(browser.call("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})["data"])
    pathlib.Path(f"{folder}/{page.stem}.pdf").write_bytes(printed)
    seen["sheets"] = len(re.findall(rb"/Type\s*/Page\b", printed)) if printed.startswith(b"%PDF-") else 0
    # The same bytes are XML.
    xml.dom.minidom.parseString(page.read_bytes())
    return seen


def main():
    program, folder, *pages = sys.argv[1:]
    browser = Browser(program, folder)
    answers = {}
    try:
        collected = []
        original = browser.message

        def message(deadline):
            found = original(deadline)
            collected.append(found)
            return found

        browser.message = message
        for domain in ("Page", "Runtime", "Log", "Network"):
            browser.call(f"{domain}.enable")
        for page in map(pathlib.Path, pages):
            collected.clear()
            seen = judge(browser, page.resolve(), folder)
            seen["requested"] = sorted({event["params"]["request"]["url"] for event in collected
                                        if event.get("method") == "Network.requestWillBeSent"}
                                       - {page.resolve().as_uri()})
            seen["errors"] = [json.dumps(event["params"]) for event in collected
                              if event.get("method") in ("Runtime.exceptionThrown", "Log.entryAdded",
                                                         "Runtime.consoleAPICalled")]
            answers[page.stem] = seen
    finally:
        browser.end()
    print(json.dumps(answers, ensure_ascii=False))


main()
