#!/usr/bin/env python3
"""Writes the assessors' sheets of the sample events: samples/scores/<event>.csv.

Reads `nabor list EVENT --json` of a demonstration on standard input, because a sheet is made after the forms are in.
The points are drawn with a fixed seed from each applicant's name; equal runs give equal bytes.
"""
import csv
import hashlib
import json
import sys
from pathlib import Path

# Criteria with their maximum and their assessors, as the event files have them.
SHEETS = {
    "otwarte-spotkania": [("motivation", 10, ["Ewa Komisyjna", "Adam Komisyjny"]), ("experience", 5, ["Ewa Komisyjna"])],
    "kompetentni-w-dialogu": [("new_to_programme", 2, ["Ewa Komisyjna"])],
    "strefa-sasiedzka": [
        ("experience", 10, ["Ewa Komisyjna", "Adam Komisyjny", "Iga Komisyjna"]),
        ("motivation", 10, ["Ewa Komisyjna", "Adam Komisyjny", "Iga Komisyjna"]),
        ("district_without_zone", 3, ["Iga Komisyjna"]),
    ],
}
# Whom the committee looks at: people who can be chosen, not those whose form still waits.
FORMS = {"otwarte-spotkania": "main", "kompetentni-w-dialogu": "seminaria", "strefa-sasiedzka": "nabor-filii"}


def draw(name: str, criterion: str, assessor: str, most: int) -> float:
    """A whole or half number of points; two assessors of one applicant stay within four points of each other."""
    base = hashlib.sha256(f"{name}|{criterion}".encode()).digest()[0] / 255
    shift = (hashlib.sha256(f"{name}|{criterion}|{assessor}".encode()).digest()[0] % 5 - 2) / 2
    points = round((base * 0.7 + 0.25) * most * 2) / 2 + (shift if most > 5 else 0)
    return min(float(most), max(0.0, points))


def main() -> None:
    event, out = sys.argv[1], Path(__file__).resolve().parents[2] / "samples" / "scores"
    out.mkdir(exist_ok=True)
    rows = [json.loads(line) for line in sys.stdin if line.strip()]
    names = sorted({row["name"] for row in rows if row["form"] == FORMS[event]})
    with (out / f"{event}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(["applicant", "criterion", "points", "assessor"])
        for name in names:
            for criterion, most, assessors in SHEETS[event]:
                for assessor in assessors:
                    writer.writerow([name, criterion, f"{draw(name, criterion, assessor, most):g}", assessor])


main()
