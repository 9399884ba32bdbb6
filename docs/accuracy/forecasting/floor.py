"""The floor of WAPE on a generated set: that of the means its days were drawn from, at the engine's origins.

Usage: floor.py NAME=SERIES.csv,FORECASTS.csv …
"""
import sys
import numpy as np
import pandas as pd

for spec in sys.argv[1:]:
    name, files = spec.split("=")
    series, ours = files.split(",")
    series = pd.read_csv(series, dtype={"series": str}, parse_dates=["date"])
    ours = pd.read_csv(ours, dtype={"series": str}, parse_dates=["now"])
    ours["date"] = ours.now + pd.to_timedelta(ours.step, unit="D")
    data = ours.merge(series, on=["series", "date"])
    sums = data.groupby(["series", "now"])[["actual", "expected", "combination"]].sum()
    day = [100 * np.abs(data[c] - data.actual).sum() / data.actual.sum() for c in ("expected", "combination")]
    four = [100 * np.abs(sums[c] - sums.actual).sum() / sums.actual.sum() for c in ("expected", "combination")]
    print(f"| {name} | {day[0]:.1f} | {day[1]:.1f} | {four[0]:.1f} | {four[1]:.1f} |")
