/// The tables of the side file, as the list of changes that made them.
///
/// Names and columns are read by others, so a change is a new entry at the end; an entry that was once
/// released never changes.
enum ComputedSchema {
  /// A change of the tables.
  struct Migration {
    /// What it brings, for the log in `optiflow_meta`.
    let name: String
    /// Its statements.
    let script: String
  }

  /// All changes in order; the version of a file is how many of them it has.
  static let migrations = [
    Migration(name: "first tables", script: firstTables),
    Migration(name: "steps of the last run", script: lastSteps),
    Migration(name: LessonTable.migration, script: lessons),
    Migration(name: "intervals of any days", script: intervals),
    Migration(name: "days and sums of the backtest", script: backtest),
    Migration(name: "days of events", script: eventDays),
    Migration(name: "days of data quality", script: qualityDays),
  ]

  /// The version this program writes.
  static var version: Int { migrations.count }

  /// What is asked about: a run that is still under way tells nothing yet.
  private static let lastSteps = """
    CREATE VIEW optiflow_last_steps AS SELECT * FROM optiflow_steps WHERE run_id =
      (SELECT MAX(id) FROM optiflow_runs WHERE status <> 'running');
    """

  /// What the user taught: rows are added, and marked when they are undone; a run says which state it used.
  private static let lessons = """
    CREATE TABLE optiflow_lessons(
      id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT, first_day TEXT, last_day TEXT,
      multiplier REAL, scope TEXT, scope_id, scope_name TEXT, verdict TEXT, reason TEXT, status TEXT,
      author TEXT, made_at TEXT, undone_at TEXT);
    ALTER TABLE optiflow_runs ADD COLUMN lessons INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE optiflow_exceptional_days(
      product_id, day TEXT, lesson_id INTEGER, PRIMARY KEY(product_id, day));
    """

  /// What was computed is computed anew: the runs before are as good as none.
  private static let intervals = """
    DROP TABLE optiflow_forecasts;
    CREATE TABLE optiflow_forecasts(
      id INTEGER PRIMARY KEY, product_id, forecast_day TEXT, quantity REAL, own_variance REAL,
      shared_deviation REAL, lower REAL, upper REAL, unit_price REAL, revenue REAL);
    CREATE INDEX optiflow_forecasts_product_day ON optiflow_forecasts(product_id, forecast_day);
    CREATE INDEX optiflow_forecasts_day ON optiflow_forecasts(forecast_day);
    DELETE FROM optiflow_steps;
    """

  /// What was computed before lacks them, so that no run of before counts as made.
  private static let backtest = """
    CREATE TABLE optiflow_backtest(
      product_id, day TEXT, days_ahead INTEGER, predicted REAL, lower REAL, upper REAL, actual REAL);
    CREATE INDEX optiflow_backtest_product ON optiflow_backtest(product_id);
    ALTER TABLE optiflow_accuracy ADD COLUMN days INTEGER;
    ALTER TABLE optiflow_accuracy ADD COLUMN actual REAL;
    ALTER TABLE optiflow_accuracy ADD COLUMN error REAL;
    ALTER TABLE optiflow_accuracy ADD COLUMN absolute_error REAL;
    ALTER TABLE optiflow_accuracy ADD COLUMN squared_error REAL;
    UPDATE optiflow_steps SET status = 'outdated' WHERE status = 'succeeded';
    """

  /// What was computed before lacks them, so that no run of before counts as made.
  private static let eventDays = """
    CREATE TABLE optiflow_event_days(event_id, first_day TEXT, last_day TEXT);
    UPDATE optiflow_steps SET status = 'outdated' WHERE status = 'succeeded';
    """

  /// A history that grows: a row a day, and one a day and rule.
  private static let qualityDays = """
    CREATE TABLE optiflow_quality_days(
      day TEXT PRIMARY KEY, score REAL, rules INTEGER, passed INTEGER, failing_rows INTEGER,
      checked_at TEXT);
    CREATE TABLE optiflow_quality_checks(
      day TEXT, table_name TEXT, column_names TEXT, rule TEXT, checked INTEGER, failing INTEGER,
      PRIMARY KEY(day, table_name, column_names, rule));
    """

  private static let firstTables = """
    CREATE TABLE optiflow_runs(
      id INTEGER PRIMARY KEY, as_of TEXT, fingerprint TEXT, started_at TEXT, finished_at TEXT,
      status TEXT);
    CREATE TABLE optiflow_steps(
      id INTEGER PRIMARY KEY, run_id INTEGER, name TEXT, started_at TEXT, finished_at TEXT,
      seconds REAL, status TEXT, detail TEXT);
    CREATE TABLE optiflow_forecasts(
      id INTEGER PRIMARY KEY, product_id, forecast_day TEXT, quantity REAL, variance REAL,
      lower REAL, upper REAL, revenue REAL);
    CREATE INDEX optiflow_forecasts_product_day ON optiflow_forecasts(product_id, forecast_day);
    CREATE INDEX optiflow_forecasts_day ON optiflow_forecasts(forecast_day);
    CREATE TABLE optiflow_outlook(
      product_id PRIMARY KEY, on_hand REAL, lead_time_days INTEGER, lead_demand REAL, surplus REAL,
      status TEXT, next_days_demand REAL, daily_demand REAL, stockout_date TEXT,
      stockout_earliest TEXT, stockout_latest TEXT, stockout_days INTEGER, risk_7 REAL, risk_14 REAL,
      risk_30 REAL, expected_loss REAL, order_benefit REAL, latest_order_date TEXT,
      open_quantity REAL, overdue_quantity REAL, suggested_quantity REAL, suggested_cost REAL,
      reorder_point REAL, safety_stock REAL, priority REAL, basis TEXT);
    CREATE TABLE optiflow_accuracy(
      product_id, model TEXT, wape REAL, mape REAL, bias REAL, rmse REAL, coverage REAL, weight REAL);
    CREATE INDEX optiflow_accuracy_product ON optiflow_accuracy(product_id);
    CREATE TABLE optiflow_alert_days(
      day TEXT, status TEXT, products INTEGER, PRIMARY KEY(day, status));
    CREATE TABLE optiflow_event_effects(
      event_id, name TEXT, product_id, multiplier REAL, lower REAL, upper REAL, observations INTEGER);
    CREATE INDEX optiflow_event_effects_product ON optiflow_event_effects(product_id);
    """
}
