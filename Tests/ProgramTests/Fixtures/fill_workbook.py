#!/usr/bin/env python3
"""Fills in cells of the first sheet of a workbook, as somebody who sits before it does.

    fill_workbook.py FROM TO ANSWERS

ANSWERS is a JSON list of {"row": 2, "Outcome": "keep", …}, with the headings of the columns. A day is written as the number of a
spreadsheet.
"""

import datetime
import json
import re
import sys
import zipfile
from xml.sax.saxutils import escape

SHEET = "xl/worksheets/sheet1.xml"


def main():
    source, target, answers = sys.argv[1:4]
    with zipfile.ZipFile(source) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    sheet = parts[SHEET].decode()
    heading = re.search(r'<row r="1"[^>]*>(.*?)</row>', sheet).group(1)
    columns = {text: letter for letter, text in re.findall(r'<c r="([A-Z]+)1".*?<t[^>]*>(.*?)</t>', heading)}
    for answer in json.loads(answers):
        row = answer.pop("row")
        for column, value in answer.items():
            place = f"{columns[column]}{row}"
            cell = re.search(rf'<c r="{place}" s="(\d+)"/>', sheet)
            if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
                number = (datetime.date.fromisoformat(value) - datetime.date(1899, 12, 30)).days
                filled = f'<c r="{place}" s="{cell.group(1)}"><v>{number}</v></c>'
            else:
                filled = f'<c r="{place}" s="{cell.group(1)}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
            sheet = sheet.replace(cell.group(0), filled)
    parts[SHEET] = sheet.encode()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name, content)


main()
