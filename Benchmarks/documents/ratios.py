"""Prints how many times less processor time `nabor render` takes than its peers.

    python ratios.py FIGURES.json                figures written by bench_peers.py --json
    python ratios.py FIGURES.json ENGINE.json    the engine alone, written by documents-benchmark --json

Without ENGINE our figure is a whole process, from its start to its end; the peers' leave imports and start out. With it,
both sides make letters in memory.
"""
import json
import sys

PAIRS = [
    ("1,000 letters", "nabor_letters", ["docxtpl_reload", "docxtpl_once"]),
    ("1,000 letters, merge fields", "nabor_mailmerge", ["mailmerge_letters"]),
    ("list of 5,000 rows", "nabor_att5000", ["docxtpl_att5000", "mailmerge_att5000"]),
    ("book of 1,000 letters", "nabor_book", ["docxtpl_book", "mailmerge_book"]),
]


# Peer, figure of the engine.
IN_MEMORY = [
    ("docxtpl_memory", "letter, level 1, us"),
    ("docxtpl_memory", "letter, level 6, us"),
    ("mailmerge_memory", "letter, merge fields, level 1, us"),
]


def in_memory(figures, engine):
    print("\n%-36s %10s %14s   %s" % ("a letter in memory", "our CPU us", "peer's CPU us", "times less CPU"))
    for peer, name in IN_MEMORY:
        if peer in figures and name in engine:
            theirs = min(run["cpu_s"] / run["n"] for run in figures[peer]["runs"]) * 1e6
            print("%-36s %10.0f %14.0f   %s %.0f" % (name, engine[name], theirs, peer, theirs / engine[name]))


def main():
    figures = {entry["name"]: entry for entry in json.load(open(sys.argv[1], encoding="utf-8"))}
    if len(sys.argv) > 2:
        return in_memory(figures, json.load(open(sys.argv[2], encoding="utf-8")))
    print("\n%-30s %10s %10s   %s" % ("work", "our CPU s", "wall s", "times less CPU than"))
    for work, ours, peers in PAIRS:
        if ours not in figures:
            continue
        own = figures[ours]["median_cpu_s"]
        ratios = ["%s %.0f" % (peer, figures[peer]["median_cpu_s"] / own) for peer in peers if peer in figures]
        print("%-30s %10.3f %10.3f   %s" % (work, own, figures[ours]["median_s"], ", ".join(ratios)))


if __name__ == "__main__":
    main()
