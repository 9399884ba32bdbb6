"""Writes the series that forecasts are compared on: SERIES.csv and EVENTS.csv for each set.

Usage: series.py FOLDER [--demo demo.db] [--superstore superstore.db] [--seeds 1 2 3]

Generated sets (their code was written before the engine was run on any of them):
  retail   weekly and yearly seasons, trends, promotions known beforehand, moving feasts, negative-binomial noise
  breaks   the same with abrupt changes of level, and of the size of the season
  slow     intermittent articles: few sales, some launched late, some fading out
  shop     held out: another construction (additive, customers as a random walk, school holidays, stock-outs as
           zeros, pay days, saturating trend, multiplicative log-normal noise on top of Poisson)
  pulses   held out: batch orders of companies, quarter ends, closed Sundays, price steps, heavy tails
"""
import argparse, csv, datetime as dt, sqlite3
from pathlib import Path
import numpy as np

FIRST = dt.date(2021, 3, 1)
DAYS = 1184  # three years and a quarter

def easter(year):
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    l = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * l) // 451
    month, day = divmod(h + l - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)

def nth_weekday(year, month, weekday, nth):
    days = [dt.date(year, month, 1) + dt.timedelta(i) for i in range(31)]
    days = [d for d in days if d.month == month and d.isoweekday() == weekday]
    return days[nth - 1] if nth > 0 else days[nth]

RAMADAN = {2020: dt.date(2020, 4, 24), 2021: dt.date(2021, 4, 13), 2022: dt.date(2022, 4, 2), 2023: dt.date(2023, 3, 23),
           2024: dt.date(2024, 3, 11), 2025: dt.date(2025, 3, 1), 2026: dt.date(2026, 2, 18), 2027: dt.date(2027, 2, 8)}
ADHA = {2020: dt.date(2020, 7, 31), 2021: dt.date(2021, 7, 20), 2022: dt.date(2022, 7, 9), 2023: dt.date(2023, 6, 28),
        2024: dt.date(2024, 6, 16), 2025: dt.date(2025, 6, 6), 2026: dt.date(2026, 5, 27), 2027: dt.date(2027, 5, 16)}

def feasts(years):
    """Name, first day, last day."""
    out = []
    for y in years:
        e = easter(y)
        out += [("easter", e - dt.timedelta(6), e + dt.timedelta(1))]
        bf = nth_weekday(y, 11, 5, 4)
        out += [("black friday", bf - dt.timedelta(3), bf + dt.timedelta(3))]
        out += [("christmas", dt.date(y, 12, 5), dt.date(y, 12, 23))]
        out += [("ramadan", RAMADAN[y] - dt.timedelta(3), RAMADAN[y] + dt.timedelta(28))]
        out += [("adha", ADHA[y] - dt.timedelta(6), ADHA[y])]
        md = nth_weekday(y, 5, 7, -1)
        out += [("mothers day", md - dt.timedelta(6), md)]
        out += [("back to school", dt.date(y, 8, 20), dt.date(y, 9, 7))]
    return out

def nb(rng, mean, size):
    """Negative binomial counts of a mean; variance mean + mean²/size."""
    mean = np.maximum(mean, 1e-9)
    return rng.poisson(rng.gamma(size, mean / size))

def promotions(rng, per_year, shortest, longest):
    flag = np.zeros(DAYS)
    for _ in range(rng.poisson(per_year * DAYS / 365)):
        start = rng.integers(0, DAYS)
        flag[start:start + rng.integers(shortest, longest + 1)] = 1
    return flag

def dates():
    return [FIRST + dt.timedelta(i) for i in range(DAYS)]

def event_factor(events, effects, profile=None):
    out = np.ones(DAYS)
    for name, first, last in events:
        for i in range((last - first).days + 1):
            k = (first - FIRST).days + i
            if 0 <= k < DAYS:
                peak = profile(i, (last - first).days + 1) if profile else 1
                out[k] *= effects.get(name, 1) ** peak
    return out

def retail(seed, breaks=False, slow=False):
    rng = np.random.default_rng([seed, 10 + breaks + 2 * slow])
    day = dates()
    t = np.arange(DAYS)
    weekday = np.array([d.isoweekday() for d in day])
    angle = 2 * np.pi * np.array([d.timetuple().tm_yday for d in day]) / 365.25
    events = feasts(range(2021, 2026))
    names = sorted({e[0] for e in events})
    rows = []
    for g in range(4):
        week_g = np.exp(rng.normal(0, 0.3, 7))
        season_g = rng.normal(0, 0.3, 4) / np.array([1, 1, 2, 2])
        effects_g = {n: np.exp(max(-0.3, rng.normal(0.25, 0.3))) if rng.random() < 0.6 else 1 for n in names}
        for p in range(8):
            level = np.exp(rng.normal(-0.9, 0.8)) if slow else np.exp(rng.normal(2.2, 1.0))
            week = week_g * np.exp(rng.normal(0, 0.12, 7))
            c = season_g + rng.normal(0, 0.1, 4)
            log_season = c[0] * np.sin(angle) + c[1] * np.cos(angle) + c[2] * np.sin(2 * angle) + c[3] * np.cos(2 * angle)
            trend = 1 + rng.normal(0.05, 0.15) * (t - DAYS / 2) / 365
            shift = np.ones(DAYS)
            if breaks:
                for _ in range(rng.integers(1, 4)):
                    shift[rng.integers(100, DAYS):] *= np.exp(rng.normal(0, 0.5))
                cut = rng.integers(300, 900)
                log_season = np.where(t < cut, log_season, log_season * rng.uniform(0.2, 1.8))
            flag = promotions(rng, 5, 5, 14)
            lift = np.exp(rng.uniform(0.2, 0.9))
            effects = {n: e * np.exp(rng.normal(0, 0.1)) for n, e in effects_g.items()}
            mean = level * week[weekday - 1] * np.exp(log_season) * np.maximum(0.1, trend) * shift
            mean = mean * np.where(flag > 0, lift, 1) * event_factor(events, effects)
            start = 0
            if slow:
                if rng.random() < 0.3: start = rng.integers(100, 900)
                if rng.random() < 0.2: mean[rng.integers(700, DAYS):] *= 0.15
                value = nb(rng, mean / 1.8, 0.8) * rng.integers(1, 4, DAYS)
            else:
                value = nb(rng, mean, rng.uniform(3, 12))
            rows += series_rows(f"{'slow' if slow else 'breaks' if breaks else 'retail'}-{g}-{p}", f"g{g}", day, value, flag, start, mean * (2 / 1.8 if slow else 1))
    return rows, events

def shop(seed):
    """Held out: built unlike the model — additive parts, random-walk customers, stock-outs."""
    rng = np.random.default_rng([seed, 77])
    day = dates()
    weekday = np.array([d.isoweekday() for d in day])
    dom = np.array([d.day for d in day])
    month = np.array([d.month for d in day])
    events = [e for e in feasts(range(2021, 2026)) if e[0] in ("easter", "black friday", "christmas", "adha")]
    for y in range(2021, 2026):
        events += [("winter holidays", dt.date(y, 2, 8) + dt.timedelta(7 * (y % 3)), dt.date(y, 2, 23) + dt.timedelta(7 * (y % 3)))]
    rows = []
    crowd = np.exp(np.cumsum(rng.normal(0, 0.012, DAYS)))
    crowd *= np.exp(0.08 * np.sin(np.arange(DAYS) / 9.0))
    for g in range(4):
        monthly = 1 + 0.35 * rng.standard_normal(12)
        monthly = np.clip(np.convolve(np.r_[monthly, monthly, monthly], [.25, .5, .25], "same")[12:24], 0.3, 2.2)
        for p in range(8):
            base = np.exp(rng.normal(1.6, 1.1))
            walk = np.exp(np.cumsum(rng.normal(0, 0.01, DAYS)))
            t = np.arange(DAYS)
            growth = 1 + rng.uniform(-0.5, 1.0) / (1 + np.exp(-(t - rng.integers(200, 1000)) / 60))
            additive = base * (0.25 * (weekday == 5) + rng.uniform(0.3, 1) * (weekday == 6) - 0.4 * (weekday == 7))
            pay = base * rng.uniform(0, 0.5) * ((dom <= 3) | (dom >= 28))
            flag = promotions(rng, 4, 3, 10)
            depth = rng.uniform(0.3, 1.5)
            ramp = lambda i, n: (i + 1) / n
            eff = {e: np.exp(rng.uniform(-0.1, 0.8)) for e in ("easter", "black friday", "christmas", "adha", "winter holidays")}
            mean = (base * monthly[month - 1] + additive + pay) * growth * walk * crowd
            mean = np.maximum(0.02 * base, mean) * (1 + depth * flag) * event_factor(events, eff, ramp)
            value = rng.poisson(mean * np.exp(rng.normal(-0.04, 0.28, DAYS)))
            for _ in range(rng.poisson(3)):
                s = rng.integers(0, DAYS)
                value[s:s + rng.integers(2, 7)] = 0
            rows += series_rows(f"shop-{g}-{p}", f"g{g}", day, value, flag, 0, mean)
    return rows, events

def pulses(seed):
    """Held out: companies that order in batches, quarter ends, closed Sundays."""
    rng = np.random.default_rng([seed, 78])
    day = dates()
    weekday = np.array([d.isoweekday() for d in day])
    events = [e for e in feasts(range(2021, 2026)) if e[0] in ("easter", "ramadan", "back to school")]
    for y in range(2021, 2026):
        for m, d in ((3, 31), (6, 30), (9, 30), (12, 31)):
            e = dt.date(y, m, d)
            events += [("quarter end", e - dt.timedelta(5), e)]
    rows = []
    t = np.arange(DAYS)
    for g in range(4):
        for p in range(8):
            rate = np.exp(rng.normal(-0.3, 0.9))
            size = np.exp(rng.normal(1.0, 0.8))
            saw = 1 + rng.uniform(0, 0.6) * np.abs(((t + rng.integers(0, 365)) % 365) / 182.5 - 1)
            price = np.ones(DAYS)
            for s in sorted(rng.integers(100, DAYS, rng.integers(0, 3))): price[s:] *= rng.choice([0.6, 0.8, 1.3, 1.6])
            eff = {"easter": 0.6, "ramadan": rng.uniform(0.9, 1.5), "back to school": rng.uniform(1, 2), "quarter end": rng.uniform(1, 2.5)}
            flag = promotions(rng, 3, 7, 21)
            lam = rate * saw * price * event_factor(events, eff) * (1 + rng.uniform(0, 1) * flag)
            lam = np.where(weekday == 7, 0, np.where(weekday == 6, 0.4 * lam, lam))
            orders = rng.poisson(lam)
            value = np.array([np.ceil(size * rng.pareto(3.0, n)).sum() if n else 0 for n in orders])
            usual = np.ceil(size * np.random.default_rng(1).pareto(3.0, 100_000)).mean()
            rows += series_rows(f"pulses-{g}-{p}", f"g{g}", day, value, flag, 0, lam * usual)
    return rows, events

def series_rows(name, group, day, value, flag, start, mean):
    """The last column is the mean the day was drawn from, which no forecast can beat: the floor of the errors."""
    return [(name, group, day[i].isoformat(), int(value[i]), int(flag[i]), round(float(mean[i]), 4)) for i in range(start, len(day))]

def demo(path):
    c = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    rows = daily(c, "p.id", "COALESCE(p.category,'')")
    f = lambda *a: dt.date(*a)
    events = []
    for y in range(2023, 2027):
        bf = nth_weekday(y, 11, 5, 4); s1 = nth_weekday(y, 1, 3, 2); s2 = nth_weekday(y, 6, 3, -1)
        md = nth_weekday(y, 5, 7, -1); e = easter(y)
        fitr = {2023: f(2023, 4, 21), 2024: f(2024, 4, 10), 2025: f(2025, 3, 30), 2026: f(2026, 3, 20)}[y]
        d = dt.timedelta
        events += [("soldes hiver", s1, s1 + d(27)), ("soldes ete", s2, s2 + d(27)), ("black friday", bf - d(3), bf + d(3)),
                   ("noel", f(y, 12, 5), f(y, 12, 22)), ("ramadan", RAMADAN[y] - d(3), RAMADAN[y] + d(28)), ("fitr", fitr - d(4), fitr),
                   ("adha", ADHA[y] - d(6), ADHA[y]), ("paques", e - d(6), e + d(1)), ("rentree", f(y, 8, 20), f(y, 9, 7)),
                   ("meres", md - d(6), md)]
    return rows, events

def superstore(path, key):
    c = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    return daily(c, key, "COALESCE(p.category,'')"), []

def daily(c, key, group):
    """Daily units by key, days without a sale from the first sale to the last day of all as 0."""
    q = f"""SELECT {key}, {group}, substr(s.order_date,1,10), SUM(s.quantity) FROM sales_history s
            JOIN products p ON p.id=s.product_id LEFT JOIN customer_orders o ON o.id=s.customer_order_id
            WHERE COALESCE(o.status,'') NOT IN ('cancelled','suspected_fraud') GROUP BY 1,3 ORDER BY 1,3"""
    data, groups, last = {}, {}, ""
    for k, g, d, v in c.execute(q):
        data.setdefault(str(k), {})[d] = v
        groups[str(k)] = str(g)
        last = max(last, d)
    rows, end = [], dt.date.fromisoformat(last)
    for k, values in data.items():
        d = dt.date.fromisoformat(min(values))
        while d <= end:
            rows.append((k.replace(",", " "), groups[k].replace(",", " "), d.isoformat(), values.get(d.isoformat(), 0), 0, ""))
            d += dt.timedelta(1)
    return rows

def write(folder, name, rows, events):
    with open(folder / f"{name}.csv", "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["series", "group", "date", "value", "promotion", "expected"])
        out.writerows(rows)
    with open(folder / f"{name}.events.csv", "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["event", "first", "last"])
        out.writerows((n, a.isoformat(), b.isoformat()) for n, a, b in events)

def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--demo")
    parser.add_argument("--superstore")
    parser.add_argument("--seeds", type=int, nargs="*", default=[])
    parser.add_argument("--sets", nargs="*", default=["retail", "breaks", "slow", "shop", "pulses"])
    a = parser.parse_args()
    a.folder.mkdir(parents=True, exist_ok=True)
    if a.demo: write(a.folder, "demo", *demo(a.demo))
    if a.superstore:
        write(a.folder, "superstore-subcategories", *superstore(a.superstore, "p.subcategory"))
        write(a.folder, "superstore-products", *superstore(a.superstore, "p.id"))
    makers = {"retail": retail, "breaks": lambda s: retail(s, breaks=True), "slow": lambda s: retail(s, slow=True),
              "shop": shop, "pulses": pulses}
    for seed in a.seeds:
        for name in a.sets: write(a.folder, f"{name}-{seed}", *makers[name](seed))

if __name__ == "__main__": main()
