"""Prints the results of hyperfine as one table of medians, each with its ratio to the first row."""

import json
import sys


def rows(paths):
    for path in paths:
        with open(path, encoding="utf-8") as file:
            yield from json.load(file)["results"]


def main(paths):
    floor = None
    print(f"\n{'what':28} {'median':>9} {'min':>9} {'times the floor':>16}")
    for row in rows(paths):
        floor = floor or row["median"]
        median, least = row["median"] * 1000, row["min"] * 1000
        print(f"{row['command']:28} {median:6.2f} ms {least:6.2f} ms {row['median'] / floor:16.1f}")


main(sys.argv[1:])
