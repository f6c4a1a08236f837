#!/usr/bin/env python3
"""Takes in a pile of scans and says how far both cores were at work: processor time by time on the wall.

    cores.py [--bin FOLDER] [--people 12] [--runs 3]

Two pages a person, half of them single files, half in files of a feeder. Prints each run; exit code 1 when the best of
them had less than 1.7 cores at work, or when not everybody was registered. Wants a quiet machine.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "bench"))

import measure  # noqa: E402
import piles  # noqa: E402

CORES_MIN = 1.7


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin", default=os.path.join(piles.ROOT, ".build", "release"))
    parser.add_argument("--people", type=int, default=12)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    work = tempfile.mkdtemp(prefix="nabor-cores-")
    environment = dict(os.environ, NABOR_SHARE=piles.ROOT, NABOR_NOW="2024-03-01T12:00:00+01:00", NABOR_OPERATOR="bench")
    people = options.people // piles.PEOPLE_A_GROUP * piles.PEOPLE_A_GROUP
    pages = people * piles.PAGES_A_PERSON
    best = 0
    try:
        pile = os.path.join(work, "pile")
        piles.make_pile(pile, people)
        for run in range(options.runs):
            workspace = os.path.join(work, f"workspace-{run}")
            piles.make_workspace(workspace)
            cost = measure.run([os.path.join(options.bin, "nabor"), "intake", pile, "--json", "--workspace", workspace],
                               environment)
            found = {item["code"] for item in map(json.loads, cost.output.splitlines()) if item.get("code")}
            cores = cost.cpu / cost.wall
            best = max(best, cores)
            print(f"{pages} pages, {len(found)} people: {cost.wall:.1f} s on the wall, {cost.cpu:.1f} s of processor time, "
                  f"{cores:.2f} cores at work, {cost.wall / pages:.2f} s a page")
            if len(found) != people:
                sys.exit(f"{people} people were expected")
    finally:
        shutil.rmtree(work, ignore_errors=True)
    print(f"best: {best:.2f} cores (aim: {CORES_MIN})")
    sys.exit(0 if best >= CORES_MIN else 1)


if __name__ == "__main__":
    main()
