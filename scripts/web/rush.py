#!/usr/bin/env python3
"""The last places over the network: 1,000 people send their forms at the same moment for 1, 5 and 20 places, then everybody
answers at once. Never one too many, the waiting list in the order of the commits, every request answered.

usage: rush.py PATH-OF-NABOR [PEOPLE]   (the negative control, with the lock taken away, is `LastPlacesTests`)
"""

import json
import subprocess
import sys
import threading
import urllib.parse
import http.client

from site_under_test import Site, answers, program


def at_once(site, requests):
    """Everybody connects first and sends at the same moment; gives the answers in the order of the requests."""
    results, gate = [None] * len(requests), threading.Barrier(len(requests))

    def ask(number, path, fields):
        body = urllib.parse.urlencode(fields)
        connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=120)
        try:
            connection.connect()
            gate.wait()
            connection.request("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})
            reply = connection.getresponse()
            reply.read()
            results[number] = (reply.status, reply.getheader("Location") or "")
        except OSError as error:
            results[number] = (0, repr(error))
        finally:
            connection.close()

    threading.stack_size(256 * 1024)
    threads = [threading.Thread(target=ask, args=(number, *request)) for number, request in enumerate(requests)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def run(nabor, *arguments):
    return subprocess.run([nabor, *arguments], capture_output=True, text=True, check=True).stdout


def participations(nabor, site):
    rows = [json.loads(line) for line in run(nabor, "list", "proba", "--workspace", site.folder, "--limit", "100000", "--json").splitlines()]
    return [(row["code"], row["participations"][0]) for row in rows if row["participations"]]


def order_of_commits(nabor, site):
    """Codes in the order in which the journal says that they were registered."""
    lines = run(nabor, "journal", "--workspace", site.folder, "--limit", "1000000", "--json").splitlines()
    entries = sorted((json.loads(line) for line in lines), key=lambda line: line["number"])
    return [entry["code"] for entry in entries if entry["action"] == "registered"]


def rush(nabor, places, people):
    site = Site(nabor, arguments=["--submissions-per-minute", "1000000"])
    path = site.folder + "/events/proba.yaml"
    text = open(path, encoding="utf-8").read()
    rules = f"capacity: {places}, confirm_within_days: 5, selection: {{method: fcfs, reserve: {{size: all, offer_hours: 48}}}}"
    open(path, "w", encoding="utf-8").write(text.replace("capacity: 20", rules))
    site.start()
    try:
        clauses = site.clauses()
        forms = [("/e/proba/main", answers(number) + [("-key", site.submission_key()), ("-clauses", clauses), ("-action", "send")]) for number in range(1, people + 1)]
        sent = at_once(site, forms)
        assert all(status == 303 for status, _ in sent), [answer for answer in sent if answer[0] != 303][:5]
        assert len({location for _, location in sent}) == people, "two people have one receipt"
        run(nabor, "select", "proba", "--activity", "spotkanie", "--workspace", site.folder)
        run(nabor, "announce", "proba", "--workspace", site.folder)
        found = dict(participations(nabor, site))
        commits = order_of_commits(nabor, site)
        assert len(commits) == people == len(found)
        assert [code for code in commits if found[code]["state"] == "offered"] == commits[:places], "not the first ones"
        waiting = sorted((code for code in commits if found[code]["state"] == "waitlisted"), key=lambda code: found[code]["rank"])
        assert waiting == commits[places:], "the waiting list is not in the order of the commits"
        tokens = [location.split("?")[0] for _, location in sent]
        replies = at_once(site, [(token + "/offer", [("activity", "spotkanie"), ("-action", "decline" if number % 2 else "accept")]) for number, token in enumerate(tokens)])
        assert all(0 < status < 500 for status, _ in replies), [answer for answer in replies if not 0 < answer[0] < 500][:5]
        after = [participation["state"] for _, participation in participations(nabor, site)]
        taken = sum(state in ("offered", "confirmed") for state in after)
        assert taken == places, f"{taken} of {places} places are taken"
        run(nabor, "journal", "verify", "--workspace", site.folder)
        print(f"✓ {people} people for {places} places: {places} offered, {people - places} waiting in order; after everybody's answer {taken} taken")
    finally:
        site.stop()
        site.remove()


def main():
    nabor = program()
    people = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000
    for places in (1, 5, 20):
        rush(nabor, places, people)


if __name__ == "__main__":
    main()
