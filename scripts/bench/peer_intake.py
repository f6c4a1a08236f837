#!/usr/bin/env python3
"""The peer of the intake benchmark: what a practised programmer writes in an afternoon.

    peer_intake.py FOLDER DATABASE

Each mail: parse, find the DOCX attachment, read its table into a dictionary, check that the required fields are there,
insert one row, commit. Needs python-docx.
"""

import email
import email.policy
import io
import json
import pathlib
import re
import sqlite3
import sys

import docx

REQUIRED = ["Imię i nazwisko", "Data urodzenia", "Adres e-mail", "Numer telefonu", "Kod pocztowy", "Miejscowość",
            "Zgoda na przetwarzanie danych"]


def answers(data):
    found = {}
    for table in docx.Document(io.BytesIO(data)).tables:
        for row in table.rows:
            cells = row.cells
            if len(cells) >= 2:
                label = re.sub(r"^\d+\.\s*", "", cells[0].text).strip().rstrip(":")
                found[label] = cells[1].text.strip()
    return found


def main(folder, database):
    store = sqlite3.connect(database)
    store.execute("CREATE TABLE IF NOT EXISTS registration (message_id TEXT PRIMARY KEY, sender TEXT, date TEXT, "
                  "name TEXT, email TEXT, missing TEXT, answers TEXT)")
    for path in sorted(pathlib.Path(folder).glob("*.eml")):
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        for part in message.iter_attachments():
            if not (part.get_filename() or "").lower().endswith(".docx"):
                continue
            found = answers(part.get_content())
            missing = [label for label in REQUIRED if not found.get(label)]
            store.execute("INSERT OR IGNORE INTO registration VALUES (?, ?, ?, ?, ?, ?, ?)",
                          (message["Message-ID"], message["From"], message["Date"], found.get("Imię i nazwisko"),
                           found.get("Adres e-mail"), ", ".join(missing), json.dumps(found, ensure_ascii=False)))
            store.commit()
    count = store.execute("SELECT count(*) FROM registration WHERE missing = ''").fetchone()[0]
    print(count)


if __name__ == "__main__":
    main(*sys.argv[1:3])
