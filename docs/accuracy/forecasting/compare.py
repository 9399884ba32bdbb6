"""Tables of accuracy from the engine's and the rivals' forecasts.

Usage: compare.py NAME=FORECASTS.csv,RIVALS.csv …

WAPE is Σ|error| ÷ Σ actual in per cent; by day, and of each forecast's sum over its days. Coverage is that of 80 %
intervals by day.
"""
import sys
import numpy as np
import pandas as pd

MODELS = ["seasonal_naive", "mean", "year_ago", "exponential_smoothing", "theta", "regression", "fast_level", "medium_level",
          "slow_level", "croston", "tsb"]
RIVALS = ["prophet", "autoets", "autotheta"]

def wape(actual, forecast): return 100 * np.abs(forecast - actual).sum() / max(actual.sum(), 1e-9)

def read(spec):
    name, files = spec.split("=")
    ours, rivals = files.split(",")
    kind = {"series": str}
    return name, pd.read_csv(ours, dtype=kind).merge(pd.read_csv(rivals, dtype=kind), on=["series", "now", "step"])

def sums(data, column):
    groups = data.groupby(["series", "now"])[["actual", column]].sum()
    return wape(groups.actual, groups[column])

def rmse(data, column): return np.sqrt(np.mean((data[column] - data.actual) ** 2))

def held(data, lower, upper): return 100 * ((data.actual >= data[lower]) & (data.actual <= data[upper])).mean()

def main():
    table, day = [], {}
    for spec in sys.argv[1:]:
        name, data = read(spec)
        day[name] = {k: wape(data.actual, data[k]) for k in ["combination", "median"] + MODELS + RIVALS}
        w = day[name]
        best = min((w[m], m) for m in MODELS)
        table.append((name, len(data), w["combination"], w["median"], best[0], best[1], w["seasonal_naive"], w["prophet"], w["autoets"],
                      w["autotheta"], 100 * (w["combination"] / w["prophet"] - 1), sums(data, "combination"), sums(data, "prophet"),
                      sums(data, "seasonal_naive"), 100 * (rmse(data, "combination") / rmse(data, "prophet") - 1),
                      held(data, "lower", "upper"), held(data, "prophet_lower", "prophet_upper")))
    print("| set | days | combination | median | best model | | naive | Prophet | AutoETS | AutoTheta | ours vs Prophet | sum: ours | Prophet "
          "| naive | RMSE vs Prophet | coverage: ours | Prophet |")
    print("|---|" + "--:|" * 16)
    for row in table:
        print("| " + " | ".join(f"{x:.1f}" if isinstance(x, float) else str(x) for x in row) + " |")
    print("\n| model |", " | ".join(day), "| mean |")
    for model in ["combination", "median"] + MODELS + RIVALS:
        values = [day[name][model] for name in day]
        print(f"| {model} | " + " | ".join(f"{v:.1f}" for v in values) + f" | {np.mean(values):.2f} |")

if __name__ == "__main__": main()
