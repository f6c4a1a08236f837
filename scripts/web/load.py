#!/usr/bin/env python3
"""Measures durable submissions a second: wrk posts complete forms, each with a key of its own; every 303 was synced. Then
half of the asked rate, for its latency, and the full load with a sync for every form (NABOR_WEB_GROUP=1), and the ratio.

usage: load.py PATH-OF-NABOR [SECONDS] [CONNECTIONS…]
"""

import os
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

from site_under_test import Site, answers, program

SCRIPT = """
local lines = {}
local path = "%s"
local counter = 0
function setup(thread) thread:set("part", counter); counter = counter + 1 end
function init(args)
  local number = 0
  for line in io.lines(path) do
    if number %% %d == part then lines[#lines + 1] = line end
    number = number + 1
  end
end
local pause = %d
if pause > 0 then
  function delay() return math.random(math.floor(pause / 2), math.floor(pause * 3 / 2)) end
end
local next = 0
function request()
  next = next + 1
  if next > #lines then next = 1; repeated = (repeated or 0) + 1 end
  return wrk.format("POST", "/e/proba/main", {["Content-Type"] = "application/x-www-form-urlencoded"}, lines[next])
end
function response(status) if status ~= 303 then bad = (bad or 0) + 1 end end
function done(summary, latency)
  io.write(string.format("RESULT requests=%%d micros=%%d p50=%%d p99=%%d max=%%d errors=%%d\\n", summary.requests,
    summary.duration, latency:percentile(50), latency:percentile(99), latency.max,
    summary.errors.status + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
"""


def syncs_a_second(folder, seconds=2, threads=16):
    """What the disk itself does: small files written and synced by several threads, their folder synced too."""
    stop, counts = time.time() + seconds, [0] * threads

    def work(number):
        while time.time() < stop:
            path = f"{folder}/sync-{number}"
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.write(descriptor, b"x" * 600)
            os.fsync(descriptor)
            os.close(descriptor)
            counts[number] += 1

    workers = [threading.Thread(target=work, args=(number,)) for number in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return sum(counts) / seconds


ASKED_RATE = 1500


def measure(nabor, seconds, steps, pause=0):
    """The best rate over the numbers of connections, each of which rests `pause` milliseconds before each form."""
    site = Site(nabor, arguments=["--submissions-per-minute", "100000000"]).start()
    best = 0
    try:
        print(f"disk: {syncs_a_second(site.folder):.0f} file syncs a second with 16 threads")
        clauses = site.clauses()
        number = 0
        for connections in steps:
            count = seconds * 4000
            with tempfile.NamedTemporaryFile("w", suffix=".txt", delete=False) as file:
                for _ in range(count):
                    number += 1
                    fields = answers(number) + [("-key", site.submission_key()), ("-clauses", clauses), ("-action", "send")]
                    file.write(urllib.parse.urlencode(fields) + "\n")
            with tempfile.NamedTemporaryFile("w", suffix=".lua", delete=False) as script:
                script.write(SCRIPT % (file.name, 2, pause))
            before = len(site.registrations())
            with open(f"/proc/{site.process.pid}/stat") as stat:
                ticks = sum(int(value) for value in stat.read().split()[13:15])
            output = subprocess.run(
                ["wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "--latency", "-s", script.name,
                 f"http://127.0.0.1:{site.port}"], capture_output=True, text=True,
            ).stdout
            with open(f"/proc/{site.process.pid}/stat") as stat:
                used = sum(int(value) for value in stat.read().split()[13:15]) - ticks
            with open(f"/proc/{site.process.pid}/status") as status:
                memory = int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1)) / 1024
            found = re.search(r"RESULT requests=(\d+) micros=(\d+) p50=(\d+) p99=(\d+) max=(\d+) errors=(\d+)", output)
            requests, micros, p50, p99, worst, errors = (int(text) for text in found.groups())
            best = max(best, requests / micros * 1e6)
            after = len(site.registrations())
            print(
                f"{connections:4} connections: {requests / micros * 1e6:7.0f}/s  p50 {p50 / 1000:.1f} ms  "
                f"p99 {p99 / 1000:.1f} ms  max {worst / 1000:.0f} ms  errors {errors}  registered {after - before}  "
                f"server CPU {used * 10 / max(1, requests):.2f} ms each  memory {memory:.0f} MB"
            )
            os.unlink(file.name)
            os.unlink(script.name)
    finally:
        site.stop()
        site.remove()
    return best


def main():
    nabor = program()
    seconds = int(sys.argv[2]) if len(sys.argv) > 2 else 10
    steps = [int(text) for text in sys.argv[3:]] or [32, 128, 256, 512]
    grouped = measure(nabor, seconds, steps)
    print(f"half of {ASKED_RATE} a second:")
    connections = 64
    measure(nabor, seconds, [connections], pause=round(connections * 2000 / ASKED_RATE) - 8)
    os.environ["NABOR_WEB_GROUP"] = "1"
    print("a sync for every form:")
    single = measure(nabor, seconds, [max(steps)])
    print(f"writing in groups brings {grouped / max(1, single):.1f} times as many")


main()
