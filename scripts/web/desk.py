#!/usr/bin/env python3
"""The desk's pages with many registrations: list, search, one registration. Prints the 50th and 95th percentile of each in
milliseconds, and the server's memory. Fails when one is over 50 ms at the 95th.

usage: desk.py PATH-OF-NABOR [REGISTRATIONS]   (100,000 if not given; use the release build)
"""

import json
import os
import re
import subprocess
import sys
import time

from site_under_test import Site, Visitor, program, word


def people(path, count):
    with open(path, "w") as file:
        for number in range(count):
            name = word(number * 7919 % 5_000_000)
            file.write(json.dumps({
                "submission_id": str(number), "name_latin": f"{name} {word(number)}", "email": f"osoba{number}@example.org",
                "city": "Toruń", "about": "Prowadzę zajęcia dla dzieci w świetlicy.", "consent_data": "true",
            }, ensure_ascii=False) + "\n")


def measure(visitor, name, paths):
    times = []
    for path in paths:
        start = time.perf_counter()
        status, text = visitor.ask("GET", path)
        times.append((time.perf_counter() - start) * 1000)
        if status != 200:
            raise SystemExit(f"{path}: {status}")
    times.sort()
    low, high = times[len(times) // 2], times[int(len(times) * 0.95)]
    print(f"{name:14} p50 {low:6.1f} ms   p95 {high:6.1f} ms   ({len(times)} requests)")
    return high


def main():
    nabor = program()
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    site = Site(nabor)
    try:
        table = site.folder + "/people.jsonl"
        people(table, count)
        start = time.time()
        subprocess.run([nabor, "intake", table, "--workspace", site.folder, "--event", "proba"], stdout=subprocess.DEVNULL, check=True)
        print(f"{count} registrations taken in within {time.time() - start:.0f} s")
        site.start()
        visitor = Visitor(site)
        visitor.sign_in()
        codes = re.findall(r"/desk/registrations/([A-Z0-9]{5})\"", visitor.ask("GET", "/desk/registrations?page=700")[1])
        worst = [
            measure(visitor, "list", [f"/desk/registrations?page={number}" for number in list(range(1, 101)) + list(range(1900, 2000))]),
            measure(visitor, "filtered", [f"/desk/registrations?event=proba&state=submitted&page={number}" for number in range(1, 101)]),
            measure(visitor, "search", [f"/desk/registrations?q={word(number * 977).lower()}" for number in range(200)]),
            measure(visitor, "registration", [f"/desk/registrations/{code}" for code in codes * 4]),
            measure(visitor, "overview", ["/desk"] * 20),
        ]
        with open(f"/proc/{site.process.pid}/status") as file:
            memory = int(re.search(r"VmRSS:\s+(\d+)", file.read()).group(1)) // 1024
        print(f"resident memory {memory} MB")
        site.stop()
        if max(worst[:4]) > 50:
            raise SystemExit(1)
    finally:
        site.remove()


main()
