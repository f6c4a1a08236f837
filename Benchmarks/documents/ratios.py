"""Prints how many times less processor time `nabor render` takes than its peers.

    python ratios.py FIGURES.json        figures written by bench_peers.py --json

Our figure is a whole process, from its start to its end; the peers' leave imports and start out.
"""
import json
import sys

PAIRS = [
    ("1,000 letters", "nabor_letters", ["docxtpl_reload", "docxtpl_once"]),
    ("1,000 letters, merge fields", "nabor_mailmerge", ["mailmerge_letters"]),
    ("list of 5,000 rows", "nabor_att5000", ["docxtpl_att5000", "mailmerge_att5000"]),
    ("book of 1,000 letters", "nabor_book", ["docxtpl_book", "mailmerge_book"]),
]


def main():
    figures = {entry["name"]: entry for entry in json.load(open(sys.argv[1], encoding="utf-8"))}
    print("\n%-30s %10s %10s   %s" % ("work", "our CPU s", "wall s", "times less CPU than"))
    for work, ours, peers in PAIRS:
        if ours not in figures:
            continue
        own = figures[ours]["median_cpu_s"]
        ratios = ["%s %.0f" % (peer, figures[peer]["median_cpu_s"] / own) for peer in peers if peer in figures]
        print("%-30s %10.3f %10.3f   %s" % (work, own, figures[ours]["median_s"], ", ".join(ratios)))


if __name__ == "__main__":
    main()
