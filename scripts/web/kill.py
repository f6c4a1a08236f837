#!/usr/bin/env python3
"""Kills the server under load, again and again: every receipt that a client saw must be there, once.

Clients send fifty forms a second and try again with the same key until they have a receipt. usage: kill.py NABOR [KILLS] [SEED]
"""

import random
import subprocess
import sys
import threading
import time

from site_under_test import Site, answers, program

CLIENTS = 10


def main():
    nabor = program()
    kills = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else int(time.time())
    chance = random.Random(seed)
    print(f"seed {seed}, {kills} kills")
    site = Site(nabor, arguments=["--submissions-per-minute", "100000000"]).start()
    clauses = site.clauses()
    seen, lock, done = {}, threading.Lock(), threading.Event()
    numbers = iter(range(1, 10_000_000))

    def client():
        while not done.is_set():
            with lock:
                number = next(numbers)
            fields = answers(number) + [("-key", site.submission_key()), ("-clauses", clauses), ("-action", "send")]
            while True:
                try:
                    status, headers, _ = site.request("POST", "/e/proba/main", fields, timeout=5)
                    if status == 303:
                        with lock:
                            seen[number] = headers["location"]
                        break
                except OSError:
                    pass
                except Exception:  # a reply that was cut off
                    pass
                if done.is_set():
                    return
                time.sleep(0.02)
            time.sleep(CLIENTS / 50)

    workers = [threading.Thread(target=client) for _ in range(CLIENTS)]
    for worker in workers:
        worker.start()
    slowest = 0.0
    for _ in range(kills):
        time.sleep(chance.uniform(0.05, 1.0))
        site.process.kill()
        site.process.wait()
        began = time.time()
        site.start()
        slowest = max(slowest, time.time() - began)
    time.sleep(1)
    done.set()
    for worker in workers:
        worker.join()

    emails = {}
    for row in site.registrations():
        emails.setdefault(row["code"], 0)
    missing = 0
    for number, location in seen.items():
        status, _, page = site.request("GET", location)
        if status != 200 or f"osoba{number}@example.org" not in page:
            missing += 1
    found = subprocess.run(
        [nabor, "export", "proba", "--workspace", site.folder, "--format", "csv", "--columns", "email", "-o", "-"],
        capture_output=True, text=True,
    ).stdout
    lines = [line for line in found.splitlines() if "osoba" in line]
    duplicates = len(lines) - len(set(lines))
    journal = subprocess.run([nabor, "journal", "verify", "--workspace", site.folder], capture_output=True, text=True)
    site.stop()
    print(
        f"{len(seen)} receipts seen, {len(emails)} registrations, {missing} missing, {duplicates} double, "
        f"ready again after at most {slowest:.2f} s, journal {'holds' if journal.returncode == 0 else 'BROKEN'}"
    )
    if missing or duplicates or journal.returncode:
        raise SystemExit(1)
    site.remove()


main()
