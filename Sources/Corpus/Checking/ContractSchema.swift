/// The tables and columns that databases may hold and that the corpus may name, with what columns hold.
///
/// A database may lack any of them; columns that are not listed are never read.
package enum ContractSchema {
  /// What a column holds.
  package enum Kind: Hashable, Sendable {
    /// Identifies a row of this or of another table.
    case key
    case number
    /// ISO date, with or without a time.
    case date
    case text
  }

  /// Table → columns, in the order people know them by.
  package static let tables: [(name: String, columns: [(String, Kind)])] = [
    (
      "products",
      columns(
        keys: "id supplier_id",
        numbers:
          "unit_price unit_cost lead_time_days min_stock_level max_stock_level pack_size is_active",
        dates: "launched_on",
        texts: "sku name category subcategory supplier"
      )
    ),
    (
      "suppliers",
      columns(
        keys: "id",
        numbers: "rating lead_time_days is_active",
        texts: "name country payment_terms"
      )
    ),
    ("warehouses", columns(keys: "id", texts: "name city")),
    (
      "customers",
      columns(keys: "id", dates: "registered_on", texts: "name segment email city region country")
    ),
    (
      "sales_history",
      columns(
        keys: "id customer_order_id product_id customer_id warehouse_id",
        numbers: "quantity unit_price unit_cost discount_applied is_promotion",
        dates: "order_date"
      )
    ),
    (
      "customer_orders",
      columns(
        keys: "id customer_id",
        numbers: "scheduled_days shipping_cost",
        dates: "ordered_at shipped_at delivered_at",
        texts: "reference status payment_method channel region country carrier ship_mode"
      )
    ),
    (
      "returns",
      columns(
        keys: "id sale_id product_id customer_id",
        numbers: "quantity refund_amount restocked",
        dates: "return_date",
        texts: "reason"
      )
    ),
    (
      "stock_levels",
      columns(
        keys: "id product_id warehouse_id",
        numbers: "quantity_on_hand quantity_available",
        dates: "recorded_at",
        texts: "location"
      )
    ),
    (
      "stock_movements",
      columns(
        keys: "id product_id warehouse_id counterpart_warehouse_id",
        numbers: "quantity",
        dates: "moved_at",
        texts: "kind reason reference user_name"
      )
    ),
    (
      "orders",
      columns(
        keys: "id product_id supplier_id",
        numbers: """
          quantity_ordered suggested_quantity stock_at_order unit_price unit_cost lead_time_days \
          quantity_received quantity_rejected
          """,
        dates: "order_date expected_delivery actual_delivery",
        texts: "alert_type status"
      )
    ),
    (
      "costs",
      columns(
        keys: "id product_id supplier_id",
        numbers: "amount",
        dates: "cost_date",
        texts: "cost_type basis"
      )
    ),
    (
      "forecasts",
      columns(
        keys: "id product_id",
        numbers: "predicted_quantity lower_bound upper_bound confidence_interval",
        dates: "forecast_date created_at",
        texts: "model_version"
      )
    ),
    (
      "alerts",
      columns(
        keys: "id product_id",
        dates: "created_at resolved_at",
        texts: "alert_type severity title message status"
      )
    ),
    (
      "anomalies",
      columns(
        keys: "id product_id group_id",
        numbers: "actual_value predicted_value deviation_percent confidence_score",
        dates: "detection_date created_at",
        texts: "anomaly_type severity status"
      )
    ),
    (
      "prediction_feedback",
      columns(
        keys: "product_id anomaly_id",
        numbers: "predicted_value actual_value mape included_in_training",
        dates: "date"
      )
    ),
    (
      "learned_events",
      columns(
        keys: "id",
        numbers: "base_multiplier confidence_score observations_count is_active",
        dates: "next_occurrence created_at",
        texts: "name category recurrence_type recurrence_params typical_impact created_by"
      )
    ),
    (
      "event_product_impacts",
      columns(
        keys: "id event_id product_id",
        numbers: "impact_multiplier impact_percent confidence_score observations_count",
        dates: "created_at",
        texts: "category"
      )
    ),
    ("system_metadata", columns(keys: "key", dates: "updated_at", texts: "value")),
  ]

  /// The tables that the assistant computes itself, beside the database: forecasts and what follows from them.
  package static let computed: [(name: String, columns: [(String, Kind)])] = [
    (
      "optiflow_forecasts",
      columns(
        keys: "id product_id",
        numbers: "quantity own_variance shared_deviation lower upper unit_price revenue",
        dates: "forecast_day"
      )
    ),
    (
      "optiflow_outlook",
      columns(
        keys: "product_id",
        numbers: """
          on_hand lead_time_days lead_demand surplus next_days_demand daily_demand stockout_days risk_7 \
          risk_14 risk_30 expected_loss order_benefit open_quantity overdue_quantity suggested_quantity \
          suggested_cost reorder_point safety_stock priority
          """,
        dates: "stockout_date stockout_earliest stockout_latest latest_order_date",
        texts: "status basis"
      )
    ),
    (
      "optiflow_accuracy",
      columns(
        keys: "product_id",
        numbers: """
          wape mape bias rmse coverage weight days actual error absolute_error squared_error
          """,
        texts: "model"
      )
    ),
    (
      "optiflow_backtest",
      columns(
        keys: "product_id",
        numbers: "days_ahead predicted lower upper actual",
        dates: "day"
      )
    ),
    ("optiflow_exceptional_days", columns(keys: "product_id lesson_id", dates: "day")),
    (
      "optiflow_alert_days",
      columns(numbers: "products", dates: "day", texts: "status")
    ),
    (
      "optiflow_quality_days",
      columns(numbers: "score rules passed failing_rows", dates: "day checked_at")
    ),
    (
      "optiflow_quality_checks",
      columns(numbers: "checked failing", dates: "day", texts: "table_name column_names rule")
    ),
    (
      "optiflow_event_effects",
      columns(
        keys: "event_id product_id",
        numbers: "multiplier lower upper observations",
        texts: "name"
      )
    ),
    ("optiflow_event_days", columns(keys: "event_id", dates: "first_day last_day")),
    (
      "optiflow_last_steps",
      columns(
        keys: "id run_id",
        numbers: "seconds",
        dates: "started_at finished_at",
        texts: "name status detail"
      )
    ),
  ]

  /// The columns of a table of the database or of our own; nil for a table that is neither.
  package static func columns(of table: String) -> [(String, Kind)]? {
    (tables + computed).first { $0.name == table }?.columns
  }

  private static func columns(
    keys: String = "",
    numbers: String = "",
    dates: String = "",
    texts: String = ""
  ) -> [(String, Kind)] {
    let groups: [(String, Kind)] = [
      (keys, .key), (numbers, .number), (dates, .date), (texts, .text),
    ]
    return groups.flatMap { names, kind in names.split(separator: " ").map { (String($0), kind) } }
  }
}
