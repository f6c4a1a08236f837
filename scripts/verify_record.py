#!/usr/bin/env python3
"""Checks a selection record of Nabor without any of Nabor's code: only Python's standard library.

usage: verify_record.py [--commit HASH] RECORD.json...

It needs no pool: it works on the numbers in the record (docs/selection.md explains them). For a lottery it checks that
every list meets every rule, that the tickets are complete, that the proof bounds the smallest chance, and that the seed
drew this list and these people. For an order it checks that the list meets every rule, that nobody refused could have
been added or exchanged for somebody later in the order, and, where counting decides, repeats the whole walk.
Prints one line a file and exits with 1 when a file differs.
"""
import hashlib
import hmac
import json
import sys

INF = 1 << 62


class Differs(Exception):
    pass


def need(condition, message):
    if not condition:
        raise Differs(message)


def canonical(value):
    """RFC 8785 for the values a record holds: text, whole numbers, true, false, null."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(json.dumps(k, ensure_ascii=False) + ":" + canonical(value[k]) for k in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    need(not isinstance(value, float), "a number is not whole")
    return json.dumps(value, ensure_ascii=False)


def sha(text):
    return hashlib.sha256(text.encode()).hexdigest()


def number(seed, purpose, name):
    return hmac.new(seed, f"n1|{purpose}|{name}".encode(), hashlib.sha256).digest()


def name_of(item):
    return "party:" + item["party"] if "party" in item else item["ids"][0]


def effective_seed(record):
    need(isinstance(record["seed"], str) and len(record["seed"]) == 64, "the seed is not 64 hexadecimal digits")
    bytes.fromhex(record["seed"])
    if "commitment" not in record:
        return bytes.fromhex(record["seed"])
    return bytes.fromhex(sha("sel-1" + sha(canonical(record["commitment"])) + record["seed"]))


def check_heads(record, published):
    need(record["schema"] == "nabor-selection-1" and record["algorithm"] == "sel-1", "unknown kind of record")
    need(sha(canonical(record["rules"])) == record["rulesHash"], "the rules do not have their hash")
    need(record["method"] == record["rules"]["method"], "the method is not that of the rules")
    commitment = record.get("commitment")
    if published:
        need(commitment and sha(canonical(commitment)) == published, "this is not the commitment that was published")
    if commitment:
        for key in ("rulesHash", "poolHash", "poolCount", "algorithm"):
            need(commitment[key] == record[key], f"{key} is not what was committed to")
        need(commitment.get("lottery") == record.get("lottery"), "the lottery is not what was committed to")
    need(len({d["id"] for d in record["decisions"]}) == len(record["decisions"]), "somebody is decided about twice")
    if "list" in record or "lottery" in record:
        need(len(record["decisions"]) == record["poolCount"], "not everybody in the pool is decided about")


def check_decisions(record, chosen):
    selected = {d["id"] for d in record["decisions"] if d["outcome"] == "selected"}
    need(selected == chosen, "the decisions are not those of the list")
    for outcome in ("selected", "waitlisted"):
        ranks = [d.get("rank") for d in record["decisions"] if d["outcome"] == outcome]
        need(ranks == list(range(1, len(ranks) + 1)), f"the ranks of {outcome} are not 1, 2, 3 ...")


# --- lotteries with equal chances ---------------------------------------------------------------------------------

def check_lottery(record):
    lottery, items = record["lottery"], record["items"]
    rows, columns, total = lottery["rows"], lottery["columns"], lottery["tickets"]
    need(sum(entry["tickets"] for entry in lottery["lists"]) == total, "the tickets do not add up")
    supply = [0] * len(columns)
    for column in lottery["itemColumns"]:
        if column >= 0:
            supply[column] += 1
    need(supply == [column["supply"] for column in columns], "a kind of application is not counted right")
    shares = [0] * len(columns)
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
    seed = effective_seed(record)
    limit = (1 << 64) - 1 - ((1 << 64) - 1) % total
    for attempt in range(1000):
        drawn = int.from_bytes(hmac.new(seed, f"ticket|{attempt}".encode(), hashlib.sha256).digest()[:8], "big")
        if drawn < limit:
            break
    ticket = drawn % total
    need(ticket == record["ticket"], "the seed draws another ticket")
    for entry in lottery["lists"]:
        if ticket < entry["tickets"]:
            break
        ticket -= entry["tickets"]
    chosen = set()
    for index, count in entry["counts"]:
        own = [item for item, column in zip(items, lottery["itemColumns"]) if column == index]
        own.sort(key=lambda item: number(seed, "within", name_of(item)))
        for item in own[:count]:
            chosen.update(item["ids"])
    check_decisions(record, chosen)
    chance = {}
    for item, column in zip(items, lottery["itemColumns"]):
        if column >= 0:
            thousandths = shares[column] * 100_000 // (total * supply[column])
            chance.update({i: f"{thousandths // 1000}.{thousandths % 1000:03d}".rstrip("0").rstrip(".") for i in item["ids"]})
    for decision in record["decisions"]:
        stated = decision["parameters"].get("p")
        need(stated is None or stated == chance.get(decision["id"]), "a stated chance is not that of the tickets")


def check_certificate(lottery, shares, total):
    """No lottery over lists that meet the rules gives everybody more than numerator / denominator."""
    rows, columns, proof = lottery["rows"], lottery["columns"], lottery["certificate"]
    weights, multipliers = proof["weights"], proof["multipliers"]
    if not weights:
        return
    need(len(weights) == len(columns) and len(multipliers) == len(rows), "the proof does not fit the lists")
    top, below = 0, 0
    for row, factor in zip(rows, multipliers):
        if factor:
            bound = row.get("max") if factor > 0 else row.get("min")
            need(bound is not None, "the proof leans on a bound that does not exist")
            top += factor * bound
    for column, weight in zip(columns, weights):
        rest = weight - sum(multipliers[row] * use for row, use in column["uses"])
        top += rest * (column["max"] if rest > 0 else column["min"])
        below += weight * column["supply"]
    need((str(top), str(below)) == (proof["numerator"], proof["denominator"]), "the proof gives another bound")
    smallest = min(share / (total * column["supply"]) for share, column in zip(shares, columns) if column["supply"])
    need(smallest <= top / below + 1e-5, "a chance lies above what the proof allows")
    if lottery["isBoundAttained"]:
        need(smallest >= top / below - 2e-5, "the smallest chance is not the largest possible")


# --- orders -------------------------------------------------------------------------------------------------------

class List:
    def __init__(self, record):
        self.rows, self.types, self.items = record["rows"], record["types"], record["items"]
        self.have, self.filled = [0] * len(self.rows), 0

    def uses(self, item, option):
        return self.types[item["type"]]["options"][option]["uses"] + item.get("caps", [])

    def put(self, item, option, sign=1):
        for row, use in self.uses(item, option):
            self.have[row] += sign * use
        self.filled += sign * self.types[item["type"]]["seats"]

    def valid(self):
        return all("soft" in row or row.get("min", -INF) <= have <= row.get("max", INF)
                   for row, have in zip(self.rows, self.have))

    def miss(self, soft):
        return sum(max(0, row.get("min", -INF) - have, have - row.get("max", INF))
                   for row, have in zip(self.rows, self.have) if row.get("soft") == soft)


def check_order(record):
    current, options = List(record), record["list"]["options"]
    items = record["items"]
    need(len(options) == len(items), "the list does not fit the items")
    if record["method"] == "lottery":
        seed = effective_seed(record)
        numbers = [number(seed, "order", name_of(item)) for item in items]
        need(numbers == sorted(numbers), "the order is not that of the seed")
    for item, option in zip(items, options):
        if option >= 0:
            current.put(item, option)
        need(option >= 0 or not current.types[item["type"]]["guaranteed"], "a guaranteed place was not given")
    need(current.valid(), "the list breaks a rule")
    need(current.filled == record["list"]["filled"], "the places are not counted right")
    softs = range(record["softCount"])
    misses = [current.miss(soft) for soft in softs]
    need(misses == record["list"]["soft"], "the misses of the soft rules are not counted right")
    if record["fillsFirst"]:
        exchange(record, current, options, misses, softs)
    chosen = {i for item, option in zip(items, options) if option >= 0 for i in item["ids"]}
    check_decisions(record, chosen)
    counted = count_walk(record)
    need(counted is None or counted == options, "counting gives another list")


def exchange(record, current, options, misses, softs):
    """Nobody refused can be added, or take the place of one person later in the order."""
    tried = set()
    for place in range(len(options) - 1, -1, -1):
        item = record["items"][place]
        kind = (item["type"], str(item.get("caps")))
        if options[place] >= 0 or kind in tried or len(tried) > 300:
            continue
        tried.add(kind)
        for option in range(len(current.types[item["type"]]["options"])):
            current.put(item, option)
            need(not current.valid(), "somebody refused could have been added")
            for later in range(place + 1, len(options)):
                other = record["items"][later]
                if options[later] < 0 or current.types[other["type"]]["guaranteed"]:
                    continue
                current.put(other, options[later], -1)
                better = current.valid() and current.filled >= record["list"]["filled"]
                better = better and [current.miss(soft) for soft in softs] <= misses
                current.put(other, options[later])
                need(not better, "somebody refused stands before somebody taken in their place")
            current.put(item, option, -1)


def count_walk(record):
    """The list by counting alone, or None where counting does not decide."""
    if record["softCount"]:
        return None
    current, items = List(record), record["items"]
    order = sorted(range(len(items)), key=lambda i: not current.types[items[i]["type"]]["guaranteed"])
    options = [-1] * len(items)
    unmet = {}
    for row in record["rows"]:
        if row["partition"] > 0:
            unmet[row["partition"]] = unmet.get(row["partition"], 0) + max(0, row.get("min", 0))
    capacity = record["rows"][0].get("max", INF)
    for index in order:
        item = items[index]
        seats = current.types[item["type"]]["seats"]
        for option in range(len(current.types[item["type"]]["options"])):
            left, after, fits = capacity - current.have[0] - seats, dict(unmet), True
            for row_index, use in current.uses(item, option):
                row = record["rows"][row_index]
                if row["scale"] == 1 and current.have[row_index] + use > row.get("max", INF):
                    fits = False
                if row["partition"] > 0:
                    after[row["partition"]] -= min(use, max(0, row.get("min", 0) - current.have[row_index]))
            if fits and all(count <= left for count in after.values()):
                current.put(item, option)
                unmet, options[index] = after, option
                break
        if options[index] < 0 and current.types[item["type"]]["guaranteed"]:
            return None
    supply = sum(current.types[i["type"]]["seats"] for i in items if current.types[i["type"]]["options"])
    if not current.valid() or (record["fillsFirst"] and current.filled != min(capacity, supply)):
        return None
    return options


def check(path, published):
    with open(path, "rb") as file:
        data = file.read()
    try:
        record = json.loads(data)
        need(isinstance(record, dict), "this is no record")
        need(canonical(record).encode() == data, "the bytes are not canonical JSON (RFC 8785)")
        check_heads(record, published)
        if "lottery" in record:
            check_lottery(record)
        elif "list" in record:
            check_order(record)
        else:
            return "OK, but no list was decided by rules"
    except Differs as difference:
        return f"DIFFERS: {difference}"
    except (KeyError, TypeError, ValueError, IndexError, AttributeError, RecursionError) as error:
        return f"DIFFERS: unreadable ({type(error).__name__} {error})"
    return "OK"


def main():
    arguments = sys.argv[1:]
    published = None
    if arguments[:1] == ["--commit"]:
        published, arguments = arguments[1], arguments[2:]
    if not arguments:
        sys.exit(__doc__)
    results = [(path, check(path, published)) for path in arguments]
    for path, result in results:
        print(f"{path}: {result}")
    sys.exit(0 if all(result.startswith("OK") for _, result in results) else 1)


if __name__ == "__main__":
    main()
