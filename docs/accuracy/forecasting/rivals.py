"""Forecasts a set's series with Prophet, AutoETS and AutoTheta at the origins of the engine's forecasts.

Usage: rivals.py SERIES.csv EVENTS.csv FORECASTS.csv OUTPUT.csv [--mode multiplicative] [--every 1]

FORECASTS.csv is what `benchmarks forecast` wrote: its series and origins are taken. Prophet is given promotions as a
regressor and events as holidays, past and future, as the engine is; the others have no room for them. All are
clipped at 0. With --every n only each n-th series is done.
"""
import argparse, logging, sys, time, warnings
import numpy as np
import pandas as pd
from prophet import Prophet
from statsforecast.models import AutoETS, AutoTheta

warnings.filterwarnings("ignore")
for name in ("prophet", "cmdstanpy"): logging.getLogger(name).setLevel(logging.ERROR)

def holidays(events):
    rows = []
    for name, first, last in events.itertuples(index=False):
        for day in pd.date_range(first, last):
            rows.append((name, day))
    return pd.DataFrame(rows, columns=["holiday", "ds"]).drop_duplicates() if rows else None

def prophet(known, future, days, mode):
    model = Prophet(seasonality_mode=mode, interval_width=0.8, uncertainty_samples=200, holidays=days, daily_seasonality=False)
    if known.promotion.any(): model.add_regressor("promotion")
    model.fit(known.rename(columns={"date": "ds", "value": "y"}), seed=1)
    out = model.predict(future.rename(columns={"date": "ds"}))
    return out.yhat.values, out.yhat_lower.values, out.yhat_upper.values

def nixtla(model, values, horizon):
    out = model.forecast(y=values.astype(float), h=horizon, level=[80])
    return out["mean"], out["lo-80"], out["hi-80"]

def main():
    parser = argparse.ArgumentParser()
    for name in ("series", "events", "forecasts", "output"): parser.add_argument(name)
    parser.add_argument("--mode", default="multiplicative")
    parser.add_argument("--every", type=int, default=1)
    a = parser.parse_args()
    data = pd.read_csv(a.series, parse_dates=["date"], dtype={"series": str})
    events = holidays(pd.read_csv(a.events))
    ours = pd.read_csv(a.forecasts, parse_dates=["now"], dtype={"series": str})
    horizon = ours.step.max()
    keep = set(sorted(data.series.unique())[::a.every])
    by = dict(list(data[data.series.isin(keep)].groupby("series")))
    seconds = {"prophet": 0.0, "autoets": 0.0, "autotheta": 0.0}
    frames = []
    for (name, now), _ in ours[ours.series.isin(keep)].groupby(["series", "now"]):
        series = by[name]
        known = series[series.date <= now]
        # As the engine, all begin at the first sale.
        sold = known.index[known.value > 0]
        known = known.loc[sold[0]:] if len(sold) else known
        future = pd.DataFrame({"date": pd.date_range(now + pd.Timedelta(days=1), periods=horizon)})
        future = future.merge(series[["date", "promotion"]], how="left").fillna({"promotion": 0})
        mean = known.value.mean() if len(known) else 0.0
        row = {"series": name, "now": now, "step": np.arange(1, horizon + 1)}
        runs = {
            "prophet": lambda: prophet(known[["date", "value", "promotion"]], future, events, a.mode),
            "autoets": lambda: nixtla(AutoETS(season_length=7), known.value.values, horizon),
            "autotheta": lambda: nixtla(AutoTheta(season_length=7), known.value.values, horizon),
        }
        for model, run in runs.items():
            start = time.time()
            try:
                if len(known) < 15: raise ValueError("short")
                values = run()
            except Exception as error:
                print(name, now.date(), model, error, file=sys.stderr)
                values = [np.full(horizon, mean)] * 3
            seconds[model] += time.time() - start
            for label, value in zip(("", "_lower", "_upper"), values):
                row[model + label] = np.maximum(0, np.nan_to_num(value, nan=mean)).round(4)
        frames.append(pd.DataFrame(row))
    pd.concat(frames).to_csv(a.output, index=False)
    print(len(frames), "forecasts;", {k: f"{v / len(frames):.2f} s" for k, v in seconds.items()})

if __name__ == "__main__": main()
