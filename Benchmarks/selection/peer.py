#!/usr/bin/env python3
"""Runs the maximin of the PyPI package sortition-algorithms on one pool and prints one JSON line.

usage: peer.py FOLDER SEATS    (FOLDER holds pool.csv and quotas.csv)

The package is only called, never copied. Its solver is the open one it brings along (HiGHS).
"""
import csv
import json
import sys
import time

from sortition_algorithms.committee_generation import find_distribution_maximin, standardize_distribution
from sortition_algorithms.features import read_in_features
from sortition_algorithms.people import read_in_people
from sortition_algorithms.settings import Settings
from sortition_algorithms.utils import set_random_provider


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        return list(reader.fieldnames), list(reader)


def main():
    folder, seats = sys.argv[1], int(sys.argv[2])
    settings = Settings(id_column="id", columns_to_keep=[], check_same_address=False, check_same_address_columns=[])
    features, *_ = read_in_features(*rows(f"{folder}/quotas.csv"))
    people, *_ = read_in_people(*rows(f"{folder}/pool.csv"), features, settings)
    set_random_provider(42)
    start = time.process_time()
    panels, weights, _ = find_distribution_maximin(features, people, seats, [], "highspy")
    seconds = time.process_time() - start
    panels, weights = standardize_distribution(panels, weights)
    chance = dict.fromkeys(people, 0.0)
    for panel, weight in zip(panels, weights):
        for person in panel:
            chance[person] += weight
    print(json.dumps({"min": min(chance.values()), "panels": len(panels), "cpu_s": round(seconds, 3)}))


if __name__ == "__main__":
    main()
