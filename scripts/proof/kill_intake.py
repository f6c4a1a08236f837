#!/usr/bin/env python3
"""Kills an intake again and again, and shows that nothing is lost and nothing is there twice.

    kill_intake.py [--bin FOLDER] [--kills 100] [--mails 200] [--seed N] [--keep]

A round takes in the same mails into a new workspace. The program is killed (SIGKILL) at a random moment of its run and
started again, until it is allowed to finish; rounds follow until enough kills have hit. After each kill the database has
to be whole. At the end of each round: every mail is registered exactly once, the journal's chain holds, no source is
left unread, every original is there with the right digest, and another intake changes nothing.
Only processes started here are killed, by their number. `--seed` repeats a run's plan of moments.
"""

import argparse
import hashlib
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.realpath(os.path.join(HERE, "..", ".."))
sys.path.insert(0, os.path.join(HERE, "..", "bench"))

import make_mails  # noqa: E402
from measure import descendants  # noqa: E402

RUN_LIMIT = 300      # seconds one undisturbed intake may take
ORPHAN_LIMIT = 10    # seconds within which readers must notice that their parent is gone
KILLS_A_ROUND = 4    # on average; more kills in one round leave the later ones little to interrupt


class Failure(Exception):
    pass


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", default=os.path.join(ROOT, ".build", "release"))
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--mails", type=int, default=200)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--keep", action="store_true", help="leave the last workspace for looking at")
    return parser.parse_args()


class Proof:
    what = "mails"
    # Exit codes of an intake that came to its end.
    codes = (0,)

    def __init__(self, options):
        self.options = options
        self.seed = options.seed if options.seed is not None else random.SystemRandom().randrange(2**32)
        self.random = random.Random(self.seed)
        self.work = tempfile.mkdtemp(prefix="nabor-kill-")
        self.mails = os.path.join(self.work, "mails")
        self.workspace = os.path.join(self.work, "workspace")
        self.database = os.path.join(self.workspace, "nabor.sqlite")
        self.environment = dict(os.environ, NABOR_SHARE=ROOT, NABOR_OPERATOR="proof", NABOR_LANGUAGE="en",
                                NABOR_NOW="2024-03-01T12:00:00+01:00")
        self.kills = self.rounds = self.orphans = 0
        self.progress = []  # (sources, registrations) found after each kill
        self.make_sources()
        self.digests = {}
        for name in sorted(os.listdir(self.mails)):
            with open(os.path.join(self.mails, name), "rb") as file:
                self.digests[name] = hashlib.sha256(file.read()).hexdigest()

    # What is taken in

    def make_sources(self):
        make_mails.make_mails(self.mails, self.options.mails)

    def make_workspace(self):
        make_mails.make_workspace(self.workspace)

    @property
    def count(self):
        """How many people are registered in the end."""
        return self.options.mails

    def check_people(self, store):
        emails = [json.loads(text) for text, in store.execute("SELECT answers FROM registration")]
        found = sorted(email(answers) for answers in emails)
        wanted = sorted(make_mails.Person(number).email for number in range(1, self.options.mails + 1))
        if found != wanted:
            raise Failure(f"{len(set(wanted) - set(found))} mails lost, {len(found) - len(set(found))} registered twice")

    # Running

    def command(self, *parts):
        return [os.path.join(self.options.bin, "nabor"), *parts, "--workspace", self.workspace]

    def finished(self, *parts, codes=(0,)):
        done = subprocess.run(self.command(*parts), env=self.environment, capture_output=True, timeout=RUN_LIMIT)
        if done.returncode not in codes:
            raise Failure(f"{' '.join(parts)}: exit code {done.returncode}: {done.stderr.decode()[-400:]}")
        return done.stdout.decode()

    def fresh_workspace(self):
        shutil.rmtree(self.workspace, ignore_errors=True)
        self.make_workspace()

    def intake(self):
        said = self.finished("intake", self.mails, "--json", codes=self.codes)
        return [json.loads(line) for line in said.splitlines()]

    def killed_intake(self, moment):
        """Starts an intake and kills it after so many seconds; false when it was done before."""
        process = subprocess.Popen(self.command("intake", self.mails, "--json"), env=self.environment,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(timeout=moment)
        except subprocess.TimeoutExpired:
            readers = [pid for pid in descendants(process.pid) if pid != process.pid]
            process.kill()
            process.wait()
            self.wait_for_readers(readers)
            return True
        if process.returncode not in self.codes:
            raise Failure(f"an intake ended with {process.returncode}")
        return False

    def wait_for_readers(self, readers):
        """Readers end by themselves when the desk is gone; those that do not are counted, then killed."""
        until = time.monotonic() + ORPHAN_LIMIT
        while readers and time.monotonic() < until:
            readers = [pid for pid in readers if is_reader(pid)]
            if readers:
                time.sleep(0.01)
        for pid in readers:
            self.orphans += 1
            os.kill(pid, signal.SIGKILL)

    # A round

    def round(self, full):
        self.fresh_workspace()
        for _ in range(2 * KILLS_A_ROUND):
            if self.kills >= self.options.kills:
                break
            if not self.killed_intake(self.random.uniform(0, full)):
                break
            self.kills += 1
            self.progress.append(self.check_killed())
        self.intake()
        self.check_whole()
        self.rounds += 1

    def check_killed(self):
        """After a kill: a copy of the database is whole. Returns how many sources and registrations were there."""
        copy = os.path.join(self.work, "copy.sqlite")
        for end in ("", "-wal", "-shm"):
            if os.path.exists(copy + end):
                os.unlink(copy + end)
            if end != "-shm" and os.path.exists(self.database + end):
                shutil.copy(self.database + end, copy + end)
        if not os.path.exists(copy):
            return 0, 0
        store = sqlite3.connect(copy)
        verdict = store.execute("PRAGMA integrity_check").fetchone()[0]
        broken = store.execute("PRAGMA foreign_key_check").fetchall()
        tables = store.execute("SELECT count(*) FROM sqlite_master WHERE name = 'registration'").fetchone()[0]
        count = store.execute("SELECT count(*) FROM registration").fetchone()[0] if tables else 0
        sources = store.execute("SELECT sha256 FROM source WHERE parentId IS NULL").fetchall() if tables else []
        for sha, in sources:
            if self.original(sha) is None:
                raise Failure(f"source {sha} has a row and no original")
        store.close()
        if verdict != "ok" or broken:
            raise Failure(f"the database is damaged after kill {self.kills}: {verdict} {broken[:3]}")
        return len(sources), count

    def original(self, sha):
        """The stored bytes, or None."""
        path = os.path.join(self.workspace, "originals", sha[:2], sha)
        folder, start = os.path.split(path)
        names = [name for name in (os.listdir(folder) if os.path.isdir(folder) else []) if name.startswith(start[:60])]
        if len(names) != 1:
            return None
        with open(os.path.join(folder, names[0]), "rb") as file:
            return file.read()

    def check_whole(self):
        listed = [json.loads(line) for line in self.finished("list", "--limit", "1000000", "--json").splitlines()]
        store = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)
        self.check_people(store)
        if len(listed) != self.count:
            raise Failure(f"list shows {len(listed)} of {self.count}")
        unread = store.execute("SELECT count(*) FROM source WHERE status = 'stored'").fetchone()[0]
        if unread:
            raise Failure(f"{unread} sources were left unread")
        sources = {sha for sha, in store.execute("SELECT sha256 FROM source WHERE parentId IS NULL")}
        if sources != set(self.digests.values()):
            raise Failure("the sources are not those that were sent")
        receipts = store.execute("SELECT count(*), count(DISTINCT registrationId) FROM message").fetchone()
        if receipts[0] != receipts[1]:
            raise Failure(f"{receipts[0] - receipts[1]} receipts are there twice")
        store.close()
        for sha in sources:
            held = self.original(sha)
            if held is None or hashlib.sha256(held).hexdigest() != sha:
                raise Failure(f"the original {sha} is missing or changed")
        self.finished("journal", "verify")
        again = self.intake()
        if len(again) < len(self.digests) or any(item["outcome"] != "known" for item in again):
            raise Failure("another intake changed something")

    def run(self):
        print(f"seed {self.seed}")
        self.fresh_workspace()
        started = time.monotonic()
        self.intake()
        full = time.monotonic() - started
        self.check_whole()
        print(f"an undisturbed intake of {self.count} {self.what}: {full:.2f} s")
        while self.kills < self.options.kills:
            self.round(full)
        count = self.count
        kinds = [sum(1 for sources, _ in self.progress if sources == 0),
                 sum(1 for sources, done in self.progress if sources and not done),
                 sum(1 for _, done in self.progress if 0 < done < count), sum(1 for _, done in self.progress if done == count)]
        print(f"{self.kills} kills in {self.rounds} rounds: {kinds[0]} before the first source was stored, {kinds[1]} with "
              f"sources but no registration, {kinds[2]} between registrations, {kinds[3]} after the last")
        print(f"lost 0, twice 0, damaged 0, readers that outlived the desk by {ORPHAN_LIMIT} s: {self.orphans}")
        if self.orphans:
            raise Failure("readers were left behind")


def email(answers):
    """The e-mail address in stored answers, whatever their form: it is the only value made of osobaN@example.org."""
    text = json.dumps(answers)
    at = text.index('osoba')
    return text[at:text.index("@example.org", at)] + "@example.org"


def is_reader(pid):
    try:
        with open(f"/proc/{pid}/stat") as file:
            name, state = file.read().split(" ")[1:3]
        return "nabor" in name and state not in ("Z", "X")
    except OSError:
        return False


def prove(proof):
    failed = None
    try:
        proof.run()
    except Failure as failure:
        failed = failure
        print(f"FAILED after {proof.kills} kills (seed {proof.seed}): {failure}")
    if proof.options.keep or failed:
        print(f"left in {proof.work}")
    else:
        shutil.rmtree(proof.work, ignore_errors=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    prove(Proof(arguments()))
