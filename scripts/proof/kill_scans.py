#!/usr/bin/env python3
"""Kills an intake of scans again and again, and shows that every page is there in the end, and once.

    kill_scans.py [--bin FOLDER] [--kills 20] [--people 24] [--seed N] [--keep]

As kill_intake.py, with paper: single pages of a folder, which join each other while they are taken in, and files of a
feeder, whose sheets several readers share. After each kill the database has to be whole. At the end of each round: every
person is registered once, with the answers of both pages and the pictures of what a person has to look at; no page waits
for its form; every original is there; the journal's chain holds; another intake changes nothing.
"""

import argparse
import collections
import json
import os
import sqlite3
import sys

import kill_intake
from kill_intake import Failure, Proof, ROOT

sys.path.insert(0, os.path.join(ROOT, "scripts", "scans"))

import piles  # noqa: E402

# Of both pages, of the two people whose forms lie in every pile.
NAMES = {"Łucja Ćwirko-Testowa": "bez orzechów", "Marek Przykładowy": "wegetariańska"}


class ScanProof(Proof):
    what = "scanned forms"
    # An address that only paper vouches for waits for a person.
    codes = (0, 2)

    def make_sources(self):
        self.options.people = max(1, self.options.people // piles.PEOPLE_A_GROUP) * piles.PEOPLE_A_GROUP
        piles.make_pile(self.mails, self.options.people)

    def make_workspace(self):
        piles.make_workspace(self.workspace)

    @property
    def count(self):
        return self.options.people

    def check_people(self, store):
        rows = store.execute("SELECT code, name, answers, findings, reviewFields FROM registration").fetchall()
        names = collections.Counter(name for _, name, *_ in rows)
        wanted = {name: self.count // len(NAMES) for name in NAMES}
        if names != wanted:
            raise Failure(f"registered were {dict(names)}")
        for code, name, answers, findings, fields in rows:
            if NAMES[name] not in answers or "scan.pageMissing" in findings:
                raise Failure(f"the second page of {code} is missing")
            for field in filter(None, fields.split("\n")):
                if not os.path.exists(os.path.join(self.workspace, "evidence", code, field + ".png")):
                    self.lost_pictures.add((code, field))
        waiting = store.execute("SELECT count(*) FROM source WHERE parentId IS NULL AND status <> 'done'").fetchone()[0]
        if waiting:
            raise Failure(f"{waiting} files wait for a person")

    def check_whole(self):
        self.lost_pictures = set()
        super().check_whole()
        # Pictures are no part of the transaction; one that a kill cost is made again as soon as somebody looks.
        self.finished("review", "--html", os.path.join(self.work, "check"), codes=(0, 2))
        for code, field in self.lost_pictures:
            if not os.path.exists(os.path.join(self.workspace, "evidence", code, field + ".png")):
                raise Failure(f"the picture of {field} of {code} was lost and not made again")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin", default=os.path.join(ROOT, ".build", "release"))
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--people", type=int, default=24)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--keep", action="store_true", help="leave the last workspace for looking at")
    kill_intake.prove(ScanProof(parser.parse_args()))


if __name__ == "__main__":
    main()
