import Assistant
import Batch
import Diagnostics
import Planning
import Presentation
import SQLiteStore
import Values

extension Command {
  /// `optiflow forecast`: expected demand of the days to come.
  static let forecast = Command(
    name: "forecast",
    summary: "expected demand a day, of all products or of some",
    examples: [
      "optiflow forecast --db optiflow.db --product \"chaise pliante\"",
      "optiflow forecast --db optiflow.db --product 12 --product 48 --horizon 90",
      "optiflow forecast --db optiflow.db --format csv > forecasts.csv",
    ],
    usage: "forecast [options]",
    notes: [
      "What the last \"optiflow batch\" computed, where it is of this day and these data; else computed now.",
      "CSV: product_id,date,forecast,lower,upper; the bounds hold demand on four days of five.",
    ],
    options: [
      Option(
        "horizon",
        value: "N",
        "days after now, 1 to \(DemandForecasts.horizon); \(ForecastCommand.usualHorizon) if not said"
      ),
      Option("product", value: "NAME-OR-ID", "this product only; may be given several times"),
    ],
    run: { settings throws(Failure) in try ForecastCommand(settings: settings).run() }
  )
}

/// Reads or computes forecasts, and prints them.
struct ForecastCommand {
  /// Days where nothing is said.
  static let usualHorizon = 30
  /// Names offered at most.
  private static let mostChoices = 10

  let settings: Settings

  private var tongue: Tongue { settings.interface }

  /// 0; 3 for a product nobody knows, 4 for a name of several, 5 where nothing was ever sold.
  func run() throws(Failure) -> Int32 {
    let days = try horizon
    let database = try Session(settings).database
    let catalogue = try ProductCatalogue(database)
    var products = catalogue.products
    let names = settings.all("product")
    if !names.isEmpty {
      products = []
      for name in names {
        switch catalogue.find(name) {
        case .product(let product):
          if !products.contains(where: { $0.id == product.id }) { products.append(product) }
        case .several(let found):
          return turnDown(name, found.map { "\($0.name) (\($0.idText))" }, isKnown: true)
        case .unknown(let near):
          return turnDown(name, near, isKnown: false)
        }
      }
    }
    let report = try report(database, products, days, isChosen: !names.isEmpty)
    settings.console.print(rendered(report))
    guard !report.hasForecasts else { return ExitCode.answered.rawValue }
    // For programs there is nothing to read in the output.
    if settings.format == .csv { settings.console.say(ForecastText(report, tongue).nothing) }
    return ExitCode.noData.rawValue
  }

  private var horizon: Int {
    get throws(Failure) {
      guard let text = settings["horizon"] else { return Self.usualHorizon }
      guard let days = Int(text), (1...DemandForecasts.horizon).contains(days) else {
        throw Settings.badValue("horizon", text, "1…\(DemandForecasts.horizon)")
      }
      return days
    }
  }

  /// From the side file where it is of this day and these data, else computed now.
  private func report(
    _ database: Database,
    _ products: [Product],
    _ days: Int,
    isChosen: Bool
  ) throws(Failure) -> ForecastReport {
    let now = database.context.facts.now
    var report = ForecastReport(asOf: now, days: days, isChosen: isChosen, items: [])
    // A file that changes under our hands is as good as none.
    if let path = try? SideFile.path(settings, of: database),
      let state = try ComputedState.fresh(
        path,
        of: .forecasts,
        for: database.connection,
        asOf: now
      ),
      let items = try? ComputedForecasts.read(path, of: products, asOf: now, days: days)
    {
      report.items = items
      report.computed = (state.finishedAt, state.freshUntil)
      return report
    }
    let bar = ProgressBar(settings)
    defer { bar.clear() }
    let lessons = try TaughtLessons(database).lessons()
    report.items = try Interruption.whileQuerying { () throws(Failure) in
      let forecasts = try DemandForecasts.prepare(
        database.connection,
        database.context.facts,
        for: Set(products.map(\.id)),
        lessons: lessons,
        cancellation: Interruption.cancellation
      )
      return try forecasts.compute(products, days: days) { done in
        bar.show(Double(done) / Double(products.count), tongue.pick("prévisions", "forecasts"))
      }
    }
    return report
  }

  private func rendered(_ report: ForecastReport) -> String {
    switch settings.format {
    case .csv: report.csv
    case .json, .jsonl: report.json.rendered
    case .text, .table, .markdown:
      ForecastText(
        report,
        tongue,
        width: settings.console.width,
        isQuiet: settings.isQuiet
      ).rendered
    }
  }

  /// Says that a name is of no product, or of several, with the names it may have meant.
  private func turnDown(_ name: String, _ near: [String], isKnown: Bool) -> Int32 {
    let code = isKnown ? ExitCode.askedBack : ExitCode.refused
    if settings.isJSON {
      let json = JSON.object([
        ("status", .string(isKnown ? "clarification" : "refused")),
        ("product", .string(name)),
        ("choices", .array(near.map(JSON.string))),
      ])
      settings.console.print(json.rendered)
      return code.rawValue
    }
    let sentence =
      isKnown
      ? tongue.pick(
        "« \(name) » peut être plusieurs produits\u{202F}:",
        "\"\(name)\" may be several products:"
      )
      : near.isEmpty
        ? tongue.pick(
          "Aucun produit ne s'appelle « \(name) ».",
          "No product is called \"\(name)\"."
        )
        : tongue.pick(
          "Aucun produit ne s'appelle « \(name) ». Proches\u{202F}:",
          "No product is called \"\(name)\". Near it:"
        )
    var lines = [sentence] + near.prefix(Self.mostChoices).map { "  " + $0 }
    if near.count > Self.mostChoices { lines.append("  … (\(near.count))") }
    settings.console.say(lines.joined(separator: "\n"))
    return code.rawValue
  }
}
