#!/usr/bin/env python3
"""Compares the orders that Optiflow calls unusual with scikit-learn's isolation forest on the same features.

    python3 -m venv venv && venv/bin/pip install scikit-learn
    venv/bin/python compare.py OPTIFLOW DATABASE AS_OF

Both see one row an order: amount, units, lines, mean selling price, mean discount, weekday, day and month of the first
sale. scikit-learn is run with several seeds, since two runs of its own do not agree either; both overlaps are printed.
"""

import itertools
import json
import sqlite3
import subprocess
import sys
import time
from datetime import date

import numpy
from sklearn.ensemble import IsolationForest

SEEDS = range(10)


def features(path):
    """The orders' references and their features."""
    rows = sqlite3.connect(path).execute(
        """
        SELECT COALESCE(o.reference, o.id), SUM(s.quantity * s.unit_price * (1 - COALESCE(s.discount_applied, 0) / 100.0)),
          SUM(s.quantity), COUNT(*),
          SUM(s.quantity * s.unit_price), MIN(DATE(s.order_date))
        FROM sales_history AS s JOIN customer_orders AS o ON o.id = s.customer_order_id
        WHERE COALESCE(o.status, '') NOT IN ('cancelled', 'suspected_fraud')
        GROUP BY o.id
        """
    ).fetchall()
    names = [row[0] for row in rows]
    table = []
    for _, revenue, units, lines, gross, day in rows:
        first = date.fromisoformat(day)
        price = revenue / units if units else 0
        discount = 1 - revenue / gross if gross else 0
        table.append([revenue, units, lines, price, discount, first.isoweekday(), first.day, first.month])
    return names, numpy.array(table, dtype=float)


def ours(program, path, as_of, count):
    """The most unusual orders by Optiflow, and the seconds that answering took."""
    question = f"top {count} unusual transactions"
    command = [program, "ask", question, "--db", path, "--as-of", as_of, "--format", "json"]
    answer = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return [row[0] for row in answer["rows"]][:count], answer["timings_ms"]["total"] / 1000


def main():
    program, path, as_of = sys.argv[1:4]
    start = time.perf_counter()
    names, table = features(path)
    reading = time.perf_counter() - start
    count = round(len(names) / 100)
    mine, seconds = ours(program, path, as_of, count)
    mine = set(mine)
    theirs = []
    start = time.perf_counter()
    for seed in SEEDS:
        forest = IsolationForest(n_estimators=100, contamination=0.05, random_state=seed).fit(table)
        order = numpy.argsort(forest.score_samples(table), kind="stable")
        theirs.append({names[place] for place in order[:count]})
    forest_seconds = reading + (time.perf_counter() - start) / len(SEEDS)
    with_theirs = [len(mine & other) / count for other in theirs]
    among = [len(a & b) / count for a, b in itertools.combinations(theirs, 2)]
    print(f"{len(names)} orders, the top {count}; Optiflow gave {len(mine)}")
    print(f"Optiflow and scikit-learn: {numpy.mean(with_theirs):.2f} ({min(with_theirs):.2f} to {max(with_theirs):.2f})")
    print(f"scikit-learn and itself:   {numpy.mean(among):.2f} ({min(among):.2f} to {max(among):.2f})")
    print(f"seconds {seconds:.2f} against {forest_seconds:.2f}: {seconds / forest_seconds:.2f} times as many")


if __name__ == "__main__":
    main()
