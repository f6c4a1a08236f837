#!/usr/bin/env python3
"""Reads the labelled sets with nabor and compares what it says with the truth and with thresholds.json.

Usage: scripts/scans/score.py FOLDER [HELD-OUT FOLDER] --nabor PATH [--peer] [--limit N] [--style STYLE] [--record]
       [--faults FILE]

FOLDER is a set of make_scans.py; the second one, of another seed, was never looked at while anything was tuned.
Prints a table by style and damage, how far a confidence can be believed, and every figure beside its target and its limit.
A limit is what was reached before on the same set: exit code 1 when a figure is worse than that, or than its target. --record
moves limits, to the better only. When a printed form has changed, the set is another one: then the targets alone hold, and
--record begins its limits anew.
--peer compares the processor time with one run of `tesseract -l pol+eng` over a list of the same pages.
--limit and --style (typed, mixed, neat or hand; several times for several) read a part only, of which nothing is recorded.
--faults writes what was misread, a line each, to look at.
"""

import argparse
import collections
import hashlib
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
THRESHOLDS = Path(__file__).parent / "thresholds.json"
BINS = [0, 0.2, 0.5, 0.7, 0.85, 0.93, 0.97, 0.985, 1.0001]
FILES_A_RUN = 40
NOT_READ = ("source.", "page.", "reader.", "event.unassigned")


# Reading

def event_file(page, folder):
    """The event as it is, or a copy of it that has the organiser's blank beside it."""
    original = ROOT / page["eventFile"]
    if page["origin"] == "own":
        return original
    copy = folder / "blanks" / f"{page['form']}.yaml"
    blank = Path(page["blank"]).name
    text = re.sub(r"blanks: \[[^\]]*\]", f"blanks: [{blank}]", original.read_text())
    copy.write_text(text)
    for name in ("logos", "blanks"):
        link = copy.parent / name
        if not link.exists() and (original.parent / name).exists():
            link.symlink_to(original.parent / name)
    return copy


def extracted(pages, folder, nabor):
    """What nabor says of each page, with the seconds of processor time and the memory of its largest process."""
    said, before = {}, resource.getrusage(resource.RUSAGE_CHILDREN)
    groups = collections.defaultdict(list)
    for page in pages:
        groups[event_file(page, folder)].append(page["file"])
    for event, files in groups.items():
        for start in range(0, len(files), FILES_A_RUN):
            paths = [str(folder / name) for name in files[start:start + FILES_A_RUN]]
            run = subprocess.run([nabor, "extract", *paths, "--event", str(event), "--json"], capture_output=True, text=True,
                                 timeout=3600)
            for line in run.stdout.splitlines():
                answer = json.loads(line)
                said.setdefault(str(Path(answer["file"]).relative_to(folder)), answer)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return said, seconds, after.ru_maxrss / 1024


def peer_seconds(pages, folder):
    with tempfile.TemporaryDirectory() as work:
        listing = Path(work) / "pages.txt"
        listing.write_text("".join(f"{folder / page['file']}\n" for page in pages))
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(["tesseract", str(listing), str(Path(work) / "out"), "-l", "pol+eng"], check=True, capture_output=True,
                       env={**os.environ, "OMP_THREAD_LIMIT": "1"})
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


# Comparing

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


def confidences(answers):
    """Of each place that was read: how sure nabor says it is."""
    found = {}
    for answer in answers.values():
        for evidence in answer["evidence"]:
            match = re.search(r"/field\[(.+)\]$", evidence["place"])
            if match and evidence["kind"] == "ocr":
                found[match.group(1)] = evidence["score"]
    return found


def same(read, truth):
    fold = lambda value: re.sub(r"\s+", " ", str(value)).strip()
    return fold(read) == fold(truth)


def ticked(value, option):
    if isinstance(value, bool):
        return (option == "true") == value if option in ("true", "false") else False
    return option in value if isinstance(value, list) else value == option


class Tally:
    def __init__(self):
        self.counts, self.by_kind = collections.Counter(), collections.defaultdict(collections.Counter)
        self.bins = collections.defaultdict(list)
        self.faults = []

    def count(self, page, *key):
        self.counts[key] += 1
        self.by_kind[page["style"], page["degradation"]][key] += 1

    def fault(self, page, what, name, truth, read, sure=None):
        place = f"{page['file']} {page['form']} {page['style']} {page['degradation']} {page['dpi']}"
        self.faults.append(f"{what}\t{place}\t{name}\t{truth}\t{read}\t{sure}")

    def add(self, page, said):
        """Counts one page; `said` is the line of `extract --json`."""
        answers, review = flat(said.get("answers", {})), set(said.get("needsReview", []))
        codes = [finding["code"] for finding in said.get("findings", [])]
        registered = bool(said) and not any(code.startswith(NOT_READ) for code in codes)
        self.count(page, "pages", page["origin"], registered)
        if not registered:
            return self.fault(page, "page", "", "", codes)
        sure = confidences(said.get("answers", {}))
        for name, truth in page["fields"].items():
            self.add_field(page, name, truth, answers.get(name), name.split("[")[0] not in review, sure.get(name))
        for name, truth in page["marks"].items():
            field, option = name.rsplit("=", 1)
            right = ticked(answers.get(field, ""), option) == truth
            # A mark that only a person can decide is not read right either; the faults tell the two apart.
            shown = field.split("[")[0] in review and field not in answers
            self.count(page, "mark", page["style"], right)
            if not right:
                self.fault(page, "shown mark" if shown else "mark", name, truth, answers.get(field))
        if page["signature"] is not None:
            self.count(page, "signature", page["origin"], ("signature.missing" not in codes) == page["signature"])

    def add_field(self, page, name, truth, read, accepted, sure):
        if "written" not in truth:
            self.count(page, "empty", page["style"], read is not None)
            if read is not None:
                self.fault(page, "empty", name, "", read, sure)
            return
        style, right = truth["style"], read is not None and same(read, truth["value"])
        self.count(page, "exact", style, right)
        if sure is not None:
            self.bins[next(index for index in range(len(BINS)) if sure < BINS[index + 1])].append((sure, right))
        if accepted and read is not None:
            self.count(page, "accepted", style, right)
        if not right:
            self.fault(page, f"accepted {style}" if accepted and read is not None else style, name, truth["value"], read, sure)

    def share(self, kind, group=None, counts=None):
        counts = self.counts if counts is None else counts
        right = sum(count for key, count in counts.items() if key[0] == kind and group in (None, key[1]) and key[2])
        total = sum(count for key, count in counts.items() if key[0] == kind and group in (None, key[1]))
        return right / total if total else None

    def total(self, kind, group=None):
        return sum(count for key, count in self.counts.items() if key[0] == kind and group in (None, key[1]))

    def figures(self):
        wrong = lambda style: None if self.share("accepted", style) is None else 1 - self.share("accepted", style)
        sure = [right for index in self.bins for confidence, right in self.bins[index] if confidence >= 0.95]
        everything = sum(len(pairs) for pairs in self.bins.values())
        error = sum(abs(sum(confidence - right for confidence, right in pairs)) for pairs in self.bins.values())
        return {
            "registeredWithMarks": self.share("pages", "own"), "registeredWithoutMarks": self.share("pages", "blank"),
            "typedExact": self.share("exact", "typed"), "neatExact": self.share("exact", "neat"),
            "marksRight": self.share("mark"), "typedWrongAmongAccepted": wrong("typed"),
            "neatWrongAmongAccepted": wrong("neat"), "handAcceptedWrongly": wrong("hand") or 0.0,
            "falseTextInEmptyFields": self.share("empty"), "signaturesRight": self.share("signature"),
            "rightWhereSure95": sum(sure) / len(sure) if sure else None,
            "calibrationError": error / everything if everything else None,
        }

    def print(self):
        for (style, kind), counts in sorted(self.by_kind.items()):
            line = f"{style:6} {kind:12}"
            for name in ("exact", "mark"):
                value = self.share(name, counts=counts)
                line += f"  {name} " + ("      –" if value is None else f"{value:7.2%}")
            print(line)
        print("how sure      answers   said   right")
        for index in sorted(self.bins):
            pairs = self.bins[index]
            said, right = sum(pair[0] for pair in pairs) / len(pairs), sum(pair[1] for pair in pairs) / len(pairs)
            print(f"{BINS[index]:5.3f}–{min(1, BINS[index + 1]):5.3f}  {len(pairs):7}  {said:5.3f}   {right:5.3f}")
        for style in ("typed", "neat", "hand"):
            print(f"{style}: {self.total('exact', style)} answers written, {self.total('accepted', style)} accepted without a person")
        print(f"empty fields: {self.total('empty')}; boxes: {self.total('mark')}; pages: {self.total('pages')}")


# The report

def judged(found, limits, name):
    """Prints each figure with its target and limit; how many are worse than the limit."""
    worse = 0
    for figure, value in found.items():
        rule = limits.get(figure, {})
        at_most, target, limit = rule.get("atMost", False), rule.get("target"), rule.get(name)
        meets = target is None or value is not None and (value <= target if at_most else value >= target)
        holds = limit is None or value is not None and (value <= limit + 1e-9 if at_most else value >= limit - 1e-9)
        # What a run did not measure is not held against it.
        worse += value is not None and not (holds and meets)
        sign, shown = "≤" if at_most else "≥", "not measured" if value is None else f"{value:.4f}"
        print(f"{'✓' if meets else '×'} {figure}: {shown}"
              + (f" (target {sign} {target})" if target is not None else "")
              + ("" if holds else f" WORSE than before: {limit}"))
    return worse


def recorded(found, limits, name):
    for figure, value in found.items():
        if value is None:
            continue
        rule = limits.setdefault(figure, {})
        better = min if rule.get("atMost") else max
        rounded = round(value + (0.00005 if rule.get("atMost") else -0.00005), 4)
        rule[name] = rounded if rule.get(name) is None else better(rule[name], rounded)


def identity(folder, pages):
    """Tells whether two sets are the same pages of the same forms: what is written on them, and where on own forms."""
    digest = hashlib.sha256((folder / "manifest.jsonl").read_bytes())
    for name in sorted({page["map"] for page in pages if page["origin"] == "own"}):
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()[:16]


def measured(folder, arguments, name, thresholds):
    limits, sets = thresholds["figures"], thresholds.setdefault("sets", {})
    pages = [json.loads(line) for line in (folder / "manifest.jsonl").read_text().splitlines()]
    known = identity(folder, pages)
    if sets.get(name) != known:
        print(f"{name}: another set than the one whose figures are recorded ({sets.get(name)}, now {known}).")
        limits = {figure: {key: value for key, value in rule.items() if key != name} for figure, rule in limits.items()}
    pages = [page for page in pages if not arguments.style or page["style"] in arguments.style][:arguments.limit]
    said, seconds, memory = extracted(pages, folder, arguments.nabor)
    tally = Tally()
    for page in pages:
        tally.add(page, said.get(page["file"], {}))
    print(f"== {name}: {folder}")
    tally.print()
    found = tally.figures()
    if name == "tuned":
        found["memoryMegabytes"] = memory
        if arguments.peer:
            found["processorTimeToTesseract"] = seconds / peer_seconds(pages, folder)
    print(f"{seconds / len(pages):.2f} s of processor time a page")
    if arguments.faults:
        with open(arguments.faults, "a") as faults:
            faults.write("".join(line + "\n" for line in tally.faults))
    worse = judged(found, limits, name)
    if arguments.record:
        recorded(found, limits, name)
        thresholds["figures"], sets[name] = limits, known
    return worse


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("held_out", type=Path, nargs="?")
    parser.add_argument("--nabor", required=True)
    parser.add_argument("--peer", action="store_true")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--style", action="append")
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--faults", type=Path)
    arguments = parser.parse_args()
    if arguments.record and (arguments.limit or arguments.style):
        parser.error("only whole sets are recorded")
    thresholds = json.loads(THRESHOLDS.read_text())
    worse = measured(arguments.folder.resolve(), arguments, "tuned", thresholds)
    if arguments.held_out:
        worse += measured(arguments.held_out.resolve(), arguments, "heldOut", thresholds)
    if arguments.record:
        THRESHOLDS.write_text(json.dumps(thresholds, indent=2, ensure_ascii=False) + "\n")
    sys.exit(1 if worse else 0)


if __name__ == "__main__":
    main()
