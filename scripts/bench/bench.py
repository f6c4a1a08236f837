#!/usr/bin/env python3
"""Measures the built program: intake beside its Python peer, memory, and work with many registrations.

    bench.py [--bin FOLDER] [--work FOLDER] [--peer-python PYTHON] [--mails 2000] [--many 20000] [--rows 100000]
             [--repeats 3] [--only intake,memory,rows]

Prints one table; a missed target is marked and makes the exit code 1.
"""

import argparse
import json
import os
import shutil
import statistics
import sys
import tempfile

import make_mails
import measure

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.realpath(os.path.join(HERE, "..", ".."))


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", default=os.path.join(ROOT, ".build", "release"))
    parser.add_argument("--work", default=None, help="an empty folder on the disk to measure; else a temporary one")
    parser.add_argument("--peer-python", default=None, help="a Python that has python-docx; without it no ratio")
    parser.add_argument("--mails", type=int, default=2000)
    parser.add_argument("--many", type=int, default=20000)
    parser.add_argument("--rows", type=int, default=100000)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--only", default="intake,memory,rows")
    return parser.parse_args()


class Table:
    """What was measured, with targets where there are any."""

    def __init__(self):
        self.rows, self.missed = [], 0

    def add(self, what, figure, target="", good=True):
        self.missed += not good
        mark = "" if not target else ("ok" if good else "MISSED")
        self.rows.append((what, figure, target, mark))

    def show(self):
        print(f"\n{'what':<52}{'measured':>22}  {'target':<12}")
        for what, figure, target, mark in self.rows:
            print(f"{what:<52}{figure:>22}  {target:<12}{mark}")


class Bench:
    def __init__(self, options, work):
        self.options, self.work, self.table, self.workspaces = options, work, Table(), 0
        self.nabor = os.path.join(options.bin, "nabor")
        self.environment = dict(os.environ, NABOR_SHARE=ROOT, NABOR_OPERATOR="bench", NABOR_LANGUAGE="en",
                                NABOR_NOW="2024-03-01T12:00:00+01:00")

    def run(self, *parts, watch=False):
        cost = measure.run([self.nabor, *parts], self.environment, watch)
        if cost.code not in (0, 2):
            sys.exit(f"nabor {' '.join(parts)}: exit code {cost.code}")
        return cost

    def workspace(self, name):
        """A new folder each time. The one before is left until the end: a file system that has just deleted thousands of
        files is slow to make new ones, which would be measured as ours."""
        self.workspaces += 1
        folder = os.path.join(self.work, f"{name}-{self.workspaces}")
        make_mails.make_workspace(folder)
        return folder

    # Intake of mails beside the peer

    def intake(self):
        count, mails = self.options.mails, os.path.join(self.work, "mails")
        make_mails.make_mails(mails, count)
        ours, theirs, syncs = [], [], []
        for _ in range(self.options.repeats):
            syncs.append(measure.sync_rate(self.work))
            ours.append(self.take_in(mails, count, self.workspace("intake")))
            if self.options.peer_python:
                theirs.append(self.peer(mails, count))
        self.table.add("files synced a second by this disk", f"{statistics.median(syncs):.0f}")
        wall = self.add_costs(f"nabor intake, {count} mails", ours, count)
        if theirs:
            peer = self.add_costs(f"Python peer, {count} mails", theirs, count)
            ratio = peer / wall
            self.table.add("rate of nabor / rate of the peer (wall)", f"{ratio:.2f}", ">= 3, aim 5", ratio >= 3)
            each = statistics.median(a.wall / b.wall for a, b in zip(theirs, ours))
            self.table.add("  the same, pair by pair", f"{each:.2f}")

    def add_costs(self, what, costs, count):
        wall = statistics.median(cost.wall for cost in costs)
        cpu = statistics.median(cost.cpu for cost in costs)
        self.table.add(what, f"{wall:.2f} s, CPU {cpu:.2f} s")
        self.table.add("  a mail", f"{wall / count * 1000:.2f} ms, CPU {cpu / count * 1000:.2f} ms")
        return wall

    def take_in(self, mails, count, workspace):
        cost = self.run("intake", mails, "--workspace", workspace, "--json")
        lines = [json.loads(line) for line in cost.output.splitlines()]
        calm = sum(line["outcome"] == "registered" and line["state"] == "submitted" for line in lines)
        if calm != count:
            sys.exit(f"only {calm} of {count} mails became submitted registrations")
        return cost

    def peer(self, mails, count):
        database = os.path.join(self.work, "peer.sqlite")
        if os.path.exists(database):
            os.unlink(database)
        cost = measure.run([self.options.peer_python, os.path.join(HERE, "peer_intake.py"), mails, database])
        if cost.output.strip() != str(count).encode():
            sys.exit(f"the peer registered {cost.output.strip()} of {count}")
        return cost

    # Memory

    def memory(self):
        count, mails = self.options.many, os.path.join(self.work, "many")
        make_mails.make_mails(mails, count)
        cost = self.run("intake", mails, "--workspace", self.workspace("memory"), "--json", watch=True)
        registered = cost.output.count(b'"outcome":"registered"')
        if registered != count:
            sys.exit(f"only {registered} of {count} mails were registered")
        self.table.add(f"nabor intake, {count} mails", f"{cost.wall:.1f} s, CPU {cost.cpu:.1f} s")
        self.table.add("  largest resident memory of nabor", f"{cost.own_peak:.0f} MB", "< 200 MB", cost.own_peak < 200)
        self.table.add("  the same with all reader processes", f"{cost.tree_peak:.0f} MB", "< 200 MB", cost.tree_peak < 200)

    # Many registrations

    def rows(self):
        count, path = self.options.rows, os.path.join(self.work, "rows.jsonl")
        make_mails.make_rows(path, count)
        workspace = self.workspace("rows")
        cost = self.run("intake", path, "--workspace", workspace, "--json", watch=True)
        registered = cost.output.count(b'"outcome":"registered"')
        if registered != count:
            sys.exit(f"only {registered} of {count} rows were registered")
        code = json.loads(cost.output.splitlines()[count // 2])["code"]
        self.table.add(f"nabor intake, {count} JSON lines", f"{cost.wall:.1f} s, CPU {cost.cpu:.1f} s")
        self.table.add("  largest resident memory of nabor", f"{cost.own_peak:.0f} MB")
        for name, limit in [("csv", 2), ("xlsx", 10), ("json", None)]:
            target = os.path.join(self.work, "out." + name)
            self.timed(f"export of {count} to {name.upper()}", limit, 3, "export", "pomiar", "--format", name, "-o", target,
                       "--workspace", workspace, "--purpose", "bench", "--recipient", "bench")
        self.timed("list, first 50 in Polish order", 0.1, 5, "list", "pomiar", "--workspace", workspace)
        self.timed("list, first 50 as JSON", 0.1, 5, "list", "pomiar", "--workspace", workspace, "--json")
        self.timed("show", 0.1, 5, "show", code, "--workspace", workspace)
        self.timed("journal verify", None, 1, "journal", "verify", "--workspace", workspace)

    def timed(self, what, limit, repeats, *parts):
        costs = [self.run(*parts) for _ in range(repeats)]
        # Memory is looked at in a run of its own: looking slows the program down by a tenth.
        peak = self.run(*parts, watch=True).own_peak if repeats < 5 else 0
        wall = statistics.median(cost.wall for cost in costs)
        cpu = statistics.median(cost.cpu for cost in costs)
        memory = f", {peak:.0f} MB" if peak else ""
        figure = f"{wall:.2f} s, CPU {cpu:.2f} s" if wall > 0.5 else f"{wall * 1000:.0f} ms, CPU {cpu * 1000:.0f} ms"
        bound = "" if limit is None else (f"< {limit} s" if limit >= 1 else f"< {limit * 1000:.0f} ms")
        self.table.add(what, figure + memory, bound, limit is None or wall < limit)


def main():
    options = arguments()
    work = options.work or tempfile.mkdtemp(prefix="nabor-bench-")
    os.makedirs(work, exist_ok=True)
    bench = Bench(options, work)
    load = os.getloadavg()
    try:
        for part in options.only.split(","):
            {"intake": bench.intake, "memory": bench.memory, "rows": bench.rows}[part]()
    finally:
        if not options.work:
            shutil.rmtree(work, ignore_errors=True)
    bench.table.show()
    print(f"\n{os.cpu_count()} cores; load before {load[0]:.1f}, after {os.getloadavg()[0]:.1f}. "
          "Wall times hold only on an otherwise idle machine; CPU includes all child processes.")
    sys.exit(1 if bench.table.missed else 0)


if __name__ == "__main__":
    main()
