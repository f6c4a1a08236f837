#!/usr/bin/env python3
"""Checks a selection record of Nabor with nothing but Python's standard library: none of Nabor's code, no pool.

usage: verify_record.py [--commit HASH] [--receipt RECEIPT.json] RECORD.json...

The seal shows any change that was made without it. Beside that the numbers in the record are worked out again
(docs/selection.md explains them). A lottery with equal chances: every list meets
every rule, the tickets are complete, the proof bounds the smallest chance, the seed came after the commitment and drew
this ticket and these people. Orders are checked by verify_order.py beside this file. --commit: the hash that was
published; --receipt: one person's proof of being in the pool. One line a file; exit 1 when one differs.
"""
import hashlib
import json
import sys
from verify_order import INF, Differs, List, canonical, check_decisions, check_order, mac, need, number, seed_of, sha


def check_head(record, published):
    need(record["schema"] == "nabor-selection-1" and record["algorithm"] == "sel-1", "unknown kind of record")
    unsealed = {key: value for key, value in record.items() if key != "seal"}
    need(sha(canonical(unsealed)) == record["seal"], "the record was changed after it was sealed")
    need(sha(canonical(record["rules"])) == record["rulesHash"], "the rules do not have their hash")
    need(record["method"] == record["rules"]["method"], "the method is not that of the rules")
    commitment, draw = record.get("commitment"), record.get("draw", {})
    need(not published or commitment and sha(canonical(commitment)) == published, "another commitment was published")
    need(record.get("rehearsal", False) == (record["method"] == "lottery" and not commitment), "rehearsals are marked")
    if draw.get("source") == "drand-quicknet":
        need(draw["knownAt"] == (1692803367 + (draw["round"] - 1) * 3) * 1000, "the beacon's round has another time")
    if "signature" in draw:
        need(hashlib.sha256(bytes.fromhex(draw["signature"])).hexdigest() == record["seed"], "not the beacon's value")
    if commitment:
        for moment in ("knownAt", "drawnAt"):
            need(draw.get(moment, INF) > commitment.get("time", 0), "the seed was known before the commitment")
        announced, own = commitment.get("seedSource"), str(draw.get("source"))
        fallback = (record["rules"].get("seed") or {}).get("fallback", [])
        named = f"{own}:{draw['round']}" if "round" in draw else own
        need(announced in (None, named) or own in fallback, "another source of the seed was announced")
        for key in ("rulesHash", "poolHash", "poolCount", "algorithm"):
            need(commitment[key] == record[key], f"{key} is not what was committed to")
        need(commitment.get("lottery") == record.get("lottery"), "the lottery is not what was committed to")
        parts = "eventStart eventEnd kept rows types items fillsFirst softCount sessions".split()
        problem = {key: record[key] for key in parts}
        need(commitment.get("problemHash", sha(canonical(problem))) == sha(canonical(problem)), "another problem")
    if "list" in record or "lottery" in record:
        ids = [decision["id"] for decision in record["decisions"]]
        need(len(set(ids)) == len(ids) == record["poolCount"], "not everybody is decided about once")


def check_lottery(record):
    lottery, items = record["lottery"], record["items"]
    rows, columns, total = lottery["rows"], lottery["columns"], lottery["tickets"]
    need(sum(entry["tickets"] for entry in lottery["lists"]) == total <= 10 ** 9, "the tickets do not add up")
    supply, shares = [0] * len(columns), [0] * len(columns)
    for column in lottery["itemColumns"]:
        if column >= 0:
            supply[column] += 1
    need(supply == [column["supply"] for column in columns], "a kind of application is not counted right")
    for entry in lottery["lists"]:
        activity, counts = [0] * len(rows), dict(entry["counts"])
        need(entry["tickets"] > 0 and len(counts) == len(entry["counts"]), "a list is written twice")
        for index, column in enumerate(columns):
            count = counts.pop(index, 0)
            need(column["min"] <= count <= column["max"], "a list takes more of a kind than applied")
            shares[index] += count * entry["tickets"]
            for row, use in column["uses"]:
                activity[row] += use * count
        need(not counts, "a list names what does not exist")
        for row, have in zip(rows, activity):
            need(row.get("min", -INF) <= have <= row.get("max", INF), f"a list breaks {row.get('label', 'a rule')}")
    check_certificate(lottery, shares, total)
    seed, limit = seed_of(record), (1 << 64) - 1 - ((1 << 64) - 1) % total
    draws = (int.from_bytes(mac(seed, f"ticket|{i}")[:8], "big") for i in range(1000))
    left = ticket = next(draw for draw in draws if draw < limit) % total
    need(ticket == record["ticket"], "the seed draws another ticket")
    for entry in lottery["lists"]:
        if left < entry["tickets"]:
            break
        left -= entry["tickets"]
    pairs, chosen, drawn, expected = list(zip(items, lottery["itemColumns"])), {}, List(record), []
    counts = dict(entry["counts"])
    for index, count in counts.items():
        own = sorted((number(seed, "within", i), n) for n, (i, c) in enumerate(pairs) if c == index)
        moved = [(columns[n]["option"], c) for n, c in sorted(counts.items()) if columns[n].get("moves") == index]
        options = [0] * (count - sum(c for _, c in moved)) + [option for option, c in moved for _ in range(c)]
        chosen.update((place, option) for (_, place), option in zip(own, options))
    for place, option in chosen.items():
        drawn.put(items[place], option)
    need(drawn.valid(), "the people drawn break a rule")
    places, size = range(len(items)), record["rules"]["reserve"].get("size", INF)
    for outcome in ("selected", "waitlisted"):
        purpose, rank = ("order", 0) if outcome == "selected" else ("reserve", 0)
        left_out = []
        for place in sorted(places, key=lambda place: number(seed, purpose, items[place])):
            if (place in chosen) != (outcome == "selected"):
                continue
            item, column = pairs[place]
            fits = outcome == "selected" or rank + len(item["ids"]) <= size and column >= 0
            milli = shares[column] * 100_000 // (total * supply[column]) if column >= 0 else 0
            parameters = {"p": f"{milli // 1000}.{milli % 1000:03d}".rstrip("0").rstrip(".")}
            reason = "not-drawn" if column >= 0 and shares[column] else "no-list" if column >= 0 else "session.none"
            if outcome == "selected":
                reason, parameters["t"] = "selected.lottery", str(ticket)
                if record["types"][item["type"]]["guaranteed"]:
                    reason, parameters = "selected.guaranteed", {}
            for id in item["ids"]:
                session = record["types"][item["type"]]["options"][chosen[place]]["session"] if place in chosen else -1
                decision = {"id": id, "outcome": outcome if fits else "notSelected", "reason": reason,
                            "session": record["sessions"][session] if session >= 0 else None}
                if reason in ("not-drawn", "selected.lottery", "selected.guaranteed"):
                    decision["parameters"] = parameters
                if fits:
                    rank += 1
                    decision["rank"] = rank
                (expected if fits else left_out).append(decision)
        expected += left_out
    check_decisions(record, expected)


def check_certificate(lottery, shares, total):
    """No lottery over lists that meet the rules gives everybody more than numerator / denominator."""
    rows, columns, proof = lottery["rows"], lottery["columns"], lottery["certificate"]
    weights, multipliers, top, below = proof["weights"], proof["multipliers"], 0, 0
    if not weights:
        return
    need(len(weights) == len(columns) and len(multipliers) == len(rows), "the proof does not fit the lists")
    for row, factor in zip(rows, multipliers):
        top += factor * (row["max"] if factor > 0 else row["min"]) if factor else 0
    for column, weight in zip(columns, weights):
        rest = weight - sum(multipliers[row] * use for row, use in column["uses"])
        top += rest * (column["max"] if rest > 0 else column["min"])
        below += weight * column["supply"]
    need((str(top), str(below)) == (proof["numerator"], proof["denominator"]), "the proof gives another bound")
    over = [s * below - top * total * c["supply"] for s, c in zip(shares, columns) if c["supply"]]
    need(min(over) <= 0, "everybody's chance lies above what the proof allows")
    need(lottery["isBoundAttained"] == (min(over) >= 0), "the smallest chance is not what the proof allows")


def check_receipt(record, receipt):
    hash = hashlib.sha256(b"\0" + bytes.fromhex(receipt["salt"]) + canonical(receipt["row"]).encode()).digest()
    for step in receipt["path"]:
        pair = (bytes.fromhex(step["hash"]), hash) if step["left"] else (hash, bytes.fromhex(step["hash"]))
        hash = hashlib.sha256(b"\1" + pair[0] + pair[1]).digest()
    need(hash.hex() == record["commitment"]["poolRoot"], "the receipt belongs to another pool")


def check(path, published, receipt):
    try:
        data = open(path, "rb").read()
        record = json.loads(data)
        need(canonical(record).encode() == data, "the bytes are not canonical JSON (RFC 8785)")
        check_head(record, published)
        if receipt:
            check_receipt(record, json.load(open(receipt)))
        if "lottery" in record:
            check_lottery(record)
        elif "list" in record:
            check_order(record)
        else:
            return "OK, but no list was decided by rules"
        return "OK"
    except Differs as difference:
        return f"DIFFERS: {difference}"
    except (OSError, LookupError, TypeError, ValueError, AttributeError, RecursionError, StopIteration) as error:
        return f"DIFFERS: unreadable ({type(error).__name__} {error})"


def main():
    arguments, given = sys.argv[1:], {"--commit": None, "--receipt": None}
    while arguments and arguments[0] in given:
        given[arguments[0]], arguments = arguments[1], arguments[2:]
    results = [(path, check(path, given["--commit"], given["--receipt"])) for path in arguments]
    print("\n".join(f"{path}: {result}" for path, result in results) or __doc__)
    sys.exit(0 if results and all(result.startswith("OK") for _, result in results) else 1)

if __name__ == "__main__":
    main()
