"""The part of verify_record.py that checks lists made by an order: receipt, points, seeded lots, wishes.

The list meets every rule, is the one that counting gives where counting decides, and nobody refused could have been
added or have taken the place of somebody later in the order.
"""
import hashlib
import hmac
import json

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


def mac(seed, text):
    return hmac.new(seed, text.encode(), hashlib.sha256).digest()


def number(seed, purpose, item, party=True):
    name = "party:" + item["party"] if party and "party" in item else item["ids"][0]
    return mac(seed, f"n1|{purpose}|{name}")


def seed_of(record):
    need(len(record["seed"]) == 64, "the seed is not 64 hexadecimal digits")
    if "commitment" not in record:
        return bytes.fromhex(record["seed"])
    return bytes.fromhex(sha("sel-1" + sha(canonical(record["commitment"])) + record["seed"]))


def check_decisions(record, expected):
    """`expected`: the decisions about everybody who took part, in order; only what it names is compared."""
    for own, decision in zip(expected, record["decisions"]):
        need(all(decision.get(key) == own[key] for key in own), f"another decision about {decision['id']}")
    rest = record["decisions"][len(expected):]
    need(all("rank" not in d and (d["outcome"] in ("notSelected", "ineligible") or d["reason"] == "selected.guest")
             for d in rest), "somebody too many")


class List:
    """What a list uses of each row, while people are put on it."""
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
        return all("soft" in r or r.get("min", -INF) <= h <= r.get("max", INF) for r, h in zip(self.rows, self.have))

    def misses(self, count):
        return [sum(max(0, r.get("min", -INF) - h, h - r.get("max", INF)) for r, h in zip(self.rows, self.have)
                    if r.get("soft") == soft) for soft in range(count)]


def check_order(record):
    if record["method"] == "lottery":
        numbers = [number(seed_of(record), "order", item) for item in record["items"]]
        need(numbers == sorted(numbers), "the order is not that of the seed")
    current, options = check_list(record), record["list"]["options"]
    for further in record.get("rounds", []):
        check_list({"sessionOrders": None, **further})
    expected, rank = [], 0
    for item, option in zip(record["items"], options):
        for id in item["ids"] if option >= 0 else []:
            session = current.types[item["type"]]["options"][option]["session"]
            expected.append({"id": id, "outcome": "selected", "rank": (rank := rank + 1),
                             "session": record["sessions"][session] if session >= 0 else None})
    ranks = [d.get("rank") for d in record["decisions"] if d["outcome"] == "waitlisted"]
    need(ranks == list(range(1, len(ranks) + 1)), "the waiting list is not numbered 1, 2, 3 ...")
    check_decisions(record, expected + [{"outcome": "waitlisted"}] * len(ranks))


def check_list(record):
    current, options, items = List(record), record["list"]["options"], record["items"]
    need(len(options) == len(items), "the list does not fit the items")
    for item, option in zip(items, options):
        need(option >= 0 or not current.types[item["type"]]["guaranteed"], "a guaranteed place was not given")
        if option >= 0:
            current.put(item, option)
    need(current.filled == record["list"]["filled"], "the places are not counted right")
    if record.get("sessionOrders") is not None:
        need(all(h <= r.get("max", INF) for h, r in zip(current.have, current.rows)), "the list breaks a rule")
        need(options == deferred(record), "somebody could have a session they want more")
        return current
    need(current.valid(), "the list breaks a rule")
    misses = current.misses(record["softCount"])
    need(misses == record["list"]["soft"], "the misses of the soft rules are not counted right")
    if record["fillsFirst"]:
        exchange(record, current, options, misses)
    need(walk(record) in (None, options), "counting gives another list")
    return current


def deferred(record):
    """Everybody asks for their next wish until no session refuses: there is one such outcome that is best for all."""
    wishes = [[option["session"] for option in record["types"][item["type"]]["options"]] for item in record["items"]]
    uses = [[option["uses"] for option in record["types"][item["type"]]["options"]] for item in record["items"]]
    asked, kept, rows = [0] * len(wishes), [set() for _ in record["sessions"]], record["rows"]
    while True:
        for item, wish in enumerate(wishes):
            if not any(item in members for members in kept) and asked[item] < len(wish):
                kept[wish[asked[item]]].add(item)
                asked[item] += 1
        refused = False
        for session, members in enumerate(kept):
            order = [item for item in record["sessionOrders"][session] if item in members]
            kinds = {i: [r for r, _ in uses[i][asked[i] - 1] if rows[r]["kind"] == "quota"] for i in order}
            taken, have = set(), {}
            for keeps in (True, False):
                for item in order:
                    full = any(have.get(r, 0) >= rows[r].get("min" if keeps else "max", 0 if keeps else INF)
                               for r in kinds[item]) or keeps and not kinds[item]
                    if item not in taken and not full and len(taken) < rows[1 + session]["max"]:
                        taken.add(item)
                        have.update({r: have.get(r, 0) + 1 for r in kinds[item]})
            refused, kept[session] = refused or taken != members, taken
        if not refused and all(any(i in m for m in kept) or asked[i] == len(w) for i, w in enumerate(wishes)):
            return [asked[i] - 1 if any(i in m for m in kept) else -1 for i in range(len(wishes))]


def exchange(record, current, options, misses):
    """Nobody refused can be added, or take the place of one person later in the order."""
    tried, items = set(), record["items"]
    for place in range(len(options) - 1, -1, -1):
        item = items[place]
        kind = (item["type"], str(item.get("caps")))
        if options[place] >= 0 or kind in tried or len(tried) > 300:
            continue
        tried.add(kind)
        for option in range(len(current.types[item["type"]]["options"])):
            current.put(item, option)
            need(not current.valid(), "somebody refused could have been added")
            for later in range(place + 1, len(options)):
                if options[later] >= 0 and not current.types[items[later]["type"]]["guaranteed"]:
                    current.put(items[later], options[later], -1)
                    better = current.valid() and current.filled >= record["list"]["filled"]
                    better = better and current.misses(record["softCount"]) <= misses
                    current.put(items[later], options[later])
                    need(not better, "somebody refused stands before somebody taken in their place")
            current.put(item, option, -1)


def walk(record):
    """The list by counting: in order, whoever fits and leaves room for the minima; None where that proves nothing."""
    current, items, options, rows = List(record), record["items"], [-1] * len(record["items"]), record["rows"]
    guaranteed = [current.types[item["type"]]["guaranteed"] for item in items]
    for index in sorted(range(len(items)), key=lambda index: not guaranteed[index]):
        for option in range(len(current.types[items[index]["type"]]["options"])):
            current.put(items[index], option)
            unmet = {}
            for row, have in zip(rows, current.have):
                if row["partition"] > 0:
                    unmet[row["partition"]] = unmet.get(row["partition"], 0) + max(0, row.get("min", 0) - have)
            fits = all(h <= r.get("max", INF) for r, h in zip(rows, current.have) if r["scale"] == 1)
            if fits and max(unmet.values(), default=0) <= rows[0].get("max", INF) - current.have[0]:
                options[index] = option
                break
            current.put(items[index], option, -1)
    supply = sum(current.types[i["type"]]["seats"] for i in items if current.types[i["type"]]["options"])
    proves = current.valid() and not record["softCount"] and all(o >= 0 for o, g in zip(options, guaranteed) if g)
    return options if proves and (not record["fillsFirst"] or current.filled == min(rows[0]["max"], supply)) else None
