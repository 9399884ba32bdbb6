"""Compares groups and rules with scikit-learn and mlxtend on one database.

    python3 -m venv /tmp/compare && /tmp/compare/bin/pip install scikit-learn mlxtend
    /tmp/compare/bin/python docs/accuracy/customers/compare.py superstore.db 2018-12-30 .build/release/optiflow

Seconds are of answering alone on one side (what the answer says it took, reading and wording with it), of reading and
computing on the other, without the start of either program. Silhouettes are of K-Means on recency, frequency and amount, clipped at 1.5 interquartile ranges and standardised. Rules are
pairs of subcategories. Both packages only measure; nothing of optiflow uses them.
"""

import datetime
import json
import re
import sqlite3
import subprocess
import sys
import time

import numpy
import pandas
from mlxtend.frequent_patterns import association_rules, fpgrowth
from sklearn.cluster import KMeans
from sklearn.metrics import silhouette_score

COUNTED = "COALESCE(o.status, '') NOT IN ('cancelled', 'suspected_fraud')"


def ask(program, database, now, question):
    """The answer as JSON, and the seconds that answering took."""
    command = [program, "ask", question, "--db", database, "--as-of", now, "--format", "json"]
    # An answer without rows ends with another status than 0.
    answer = json.loads(subprocess.run(command, capture_output=True, text=True).stdout)
    return answer, answer["timings_ms"]["total"] / 1000


def features(connection, now):
    """Recency, frequency and amount of each customer with an order."""
    rows = connection.execute(
        f"""SELECT s.customer_id, MAX(date(s.order_date)), COUNT(DISTINCT s.customer_order_id),
              SUM(s.quantity * s.unit_price * (1 - COALESCE(s.discount_applied, 0) / 100.0))
            FROM sales_history s LEFT JOIN customer_orders o ON o.id = s.customer_order_id
            WHERE {COUNTED} AND s.customer_id IS NOT NULL GROUP BY 1 ORDER BY 1"""
    ).fetchall()
    today = datetime.date.fromisoformat(now)
    values = [((today - datetime.date.fromisoformat(r[1])).days, r[2], r[3]) for r in rows]
    table = numpy.array(values, dtype=float)
    low, high = numpy.percentile(table, [25, 75], axis=0)
    reach = 1.5 * (high - low)
    table = numpy.clip(table, low - reach, high + reach)
    return (table - table.mean(axis=0)) / table.std(axis=0)


def groups(connection, arguments):
    """Silhouettes side by side."""
    answer, ours = ask(arguments[3], arguments[1], arguments[2], "Cluster my customers")
    told = answer["answer"].split("Number of groups (silhouette, inertia):")[1]
    found = {int(k): float(s) for k, s in re.findall(r"(\d) \((-?[\d.]+), [\d,]+\)", told)}
    start = time.perf_counter()
    table = features(connection, arguments[2])
    print("groups  optiflow  scikit-learn  difference")
    worst = 0
    for count in range(2, 9):
        labels = KMeans(count, n_init=10, random_state=0).fit_predict(table)
        reference = silhouette_score(table, labels)
        worst = max(worst, abs(found[count] - reference))
        print(f"{count:6}  {found[count]:8.2f}  {reference:12.3f}  {found[count] - reference:+.3f}")
    theirs = time.perf_counter() - start
    print(f"largest difference {worst:.3f}; seconds {ours:.2f} against {theirs:.2f}: {ours / theirs:.2f} times as many")
    return worst < 0.02


def rules(connection, arguments):
    """The most frequent pair of subcategories side by side."""
    answer, ours = ask(arguments[3], arguments[1], arguments[2], "Which subcategories are bought together?")
    print(answer["answer"])
    start = time.perf_counter()
    rows = pandas.DataFrame(
        connection.execute(
            f"""SELECT DISTINCT s.customer_order_id AS basket, p.subcategory AS thing
                FROM sales_history s JOIN products p ON p.id = s.product_id
                LEFT JOIN customer_orders o ON o.id = s.customer_order_id
                WHERE {COUNTED} AND s.quantity > 0 AND s.customer_order_id IS NOT NULL"""
        ).fetchall(),
        columns=["basket", "thing"],
    )
    table = pandas.crosstab(rows.basket, rows.thing).astype(bool)
    # Three things at most, as there.
    sets = fpgrowth(table, min_support=10 / len(table), use_colnames=True, max_len=3)
    found = association_rules(sets, metric="support", min_threshold=0)
    theirs = time.perf_counter() - start
    pairs = found[found.antecedents.map(len) + found.consequents.map(len) == 2]
    best = pairs.sort_values("support", ascending=False).iloc[0]
    pair = sorted([*best.antecedents, *best.consequents])
    together = round(best.support * len(table))
    print(f"mlxtend: {pair}, {together} orders, lift {best.lift:.2f}")
    print(f"seconds {ours:.2f} against {theirs:.2f}: {ours / theirs:.2f} times as many")
    told = answer["answer"].replace(",", "")
    is_useless = best.lift > 1 or "No useful rule" in told
    return is_useless and all(name in told for name in pair) and f" {together} " in told


if __name__ == "__main__":
    database = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    results = [groups(database, sys.argv), rules(database, sys.argv)]
    sys.exit(0 if all(results) else 1)
