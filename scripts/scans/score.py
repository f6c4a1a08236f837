#!/usr/bin/env python3
"""Reads the labelled set with nabor and compares what it says with the truth and with thresholds.json.

Usage: scripts/scans/score.py FOLDER --nabor PATH [--limit N] [--record FILE]
Prints a table by style and degradation, then every figure beside its threshold; exit code 1 when one is missed.
"""

import argparse
import collections
import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def flat(answers):
    """Values by the names of the manifest: `delegates[1]/name`, `languages=en`."""
    found = {}
    for key, answer in answers.items():
        value = answer["value"]
        if isinstance(value, list) and value and isinstance(value[0], dict):
            for number, entry in enumerate(value, start=1):
                for inner, text in entry.items():
                    found[f"{key}[{number}]/{inner}"] = text
        else:
            found[key] = value
    return found


def same(read, truth):
    fold = lambda value: re.sub(r"\s+", " ", str(value)).strip()
    return fold(read) == fold(truth)


def ticked(value, option):
    if isinstance(value, bool):
        return (option == "true") == value if option in ("true", "false") else False
    return option in value if isinstance(value, list) else value == option


def page_figures(page, said, figures):
    """Counts one page; `said` is the line of `extract --json`."""
    answers, review = flat(said.get("answers", {})), set(said.get("needsReview", []))
    registered = not any(finding["code"].startswith("page.") for finding in said.get("findings", []))
    figures["pages", page["origin"], registered] += 1
    if not registered:
        return
    for name, truth in page["fields"].items():
        read, accepted = answers.get(name), name.split("[")[0] not in review
        if "written" not in truth:
            figures["empty", page["style"], read is not None] += 1
            continue
        right = read is not None and same(read, truth["value"])
        figures["exact", page["style"], right] += 1
        if accepted and read is not None:
            figures["accepted", page["style"], right] += 1
    for name, truth in page["marks"].items():
        field, option = name.rsplit("=", 1)
        figures["mark", page["style"], ticked(answers.get(field, ""), option) == truth] += 1


def share(figures, kind, group=None):
    right = sum(count for key, count in figures.items() if key[0] == kind and group in (None, key[1]) and key[2])
    total = sum(count for key, count in figures.items() if key[0] == kind and group in (None, key[1]))
    return right / total if total else None


def results(figures):
    typed, hand = share(figures, "accepted", "typed"), share(figures, "accepted", "hand")
    return {
        "registeredWithMarks": share(figures, "pages", "own"), "registeredWithoutMarks": share(figures, "pages", "blank"),
        "typedExact": share(figures, "exact", "typed"), "neatExact": share(figures, "exact", "neat"),
        "marksRight": share(figures, "mark"), "typedWrongAmongAccepted": None if typed is None else 1 - typed,
        "handAcceptedWrongly": 0.0 if hand is None else 1 - hand, "falseTextInEmptyFields": share(figures, "empty"),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--nabor", required=True)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--record", type=Path)
    arguments = parser.parse_args()
    pages = [json.loads(line) for line in (arguments.folder / "manifest.jsonl").read_text().splitlines()][: arguments.limit]
    figures, by_kind = collections.Counter(), collections.defaultdict(collections.Counter)
    for page in pages:
        run = subprocess.run([arguments.nabor, "extract", str(arguments.folder / page["file"]), "--event",
                              str(ROOT / page["eventFile"]), "--json"], capture_output=True, text=True, timeout=300)
        line = run.stdout.splitlines()[0] if run.stdout.strip() else "{}"
        own = collections.Counter()
        page_figures(page, json.loads(line), own)
        figures += own
        by_kind[page["style"], page["degradation"]] += own
    for (style, kind), counts in sorted(by_kind.items()):
        exact, marks = share(counts, "exact"), share(counts, "mark")
        print(f"{style:6} {kind:12} exact {'–' if exact is None else f'{exact:7.2%}'}  marks {'–' if marks is None else f'{marks:7.2%}'}")
    thresholds, missed = json.loads((Path(__file__).parent / "thresholds.json").read_text()), 0
    found = results(figures)
    for name, limit in thresholds.items():
        if name == "about":
            continue
        value = found[name]
        at_most = "Wrong" in name or "false" in name.lower()
        good = value is not None and (value <= limit if at_most else value >= limit)
        missed += not good
        print(f"{'✓' if good else '×'} {name}: {'not measured' if value is None else f'{value:.4f}'} ({'at most' if at_most else 'at least'} {limit})")
    if arguments.record:
        arguments.record.write_text(json.dumps(found, indent=1) + "\n")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
