import Assistant
import Planning
import SemanticModel
import Testing
import Values

@testable import Presentation

@Suite struct ForecastPictureTests {
  private static let axis = Key.time(.day)

  /// Eight days of sales, then four of forecast, as the assistant answers.
  private func forecast(_ tongue: Tongue, _ grain: Grain = .day, from first: String) -> Answer {
    let key = Key.time(grain)
    let start = day(first)
    let asked = query(
      ["units_sold"],
      by: [key],
      in: Period(start: start, end: start.adding(days: grain == .day ? 4 : 22))
    )
    let columns = [
      PlannedColumn(role: .key(key), name: "day", unit: .date),
      PlannedColumn(role: .measure(0), name: "forecast_units", unit: .count),
      PlannedColumn(role: .lower(0), name: "lower", unit: .count),
      PlannedColumn(role: .upper(0), name: "upper", unit: .count),
    ]
    func label(_ unit: Int) -> Value {
      .text(start.start(of: grain).adding(unit, grain).label(of: grain))
    }
    let rows = (0..<4).map { unit -> [Value] in
      [label(unit), .real(10 + Double(unit)), .real(6), .real(16 + Double(unit))]
    }
    var answer = answer(tongue, asked, rows, columns: columns)
    var past = asked
    past.period = Period(start: start.start(of: grain).adding(-8, grain), end: start)
    answer.history = Answer.Series(
      query: past,
      columns: Array(columns.prefix(2)),
      rows: (-8..<0).map { [label($0), .integer(Int64(abs($0)))] }
    )
    var whole = asked
    whole.keys = []
    answer.whole = Answer.Series(
      query: whole,
      columns: Array(columns.dropFirst()),
      rows: [[.real(46), .real(35), .real(58)]]
    )
    return answer
  }

  private func picture(_ answer: Answer, width: Int = 64) throws -> String {
    let view = ResultView(
      answer,
      query: try #require(answer.query),
      voice: Voice(answer, model: Shop.model)
    )
    return TextPicture(view: view, width: width, color: false).besideTable ?? ""
  }

  @Test func `what was, what is expected and its interval are told apart without colour`() throws {
    let lines = try picture(forecast(.french, from: "2018-03-05")).split(separator: "\n")
    #expect(lines.last == "⠂⠂⠂ intervalle à 80\u{202F}%   ⠒⠒⠒ réel   ● prévision")
    let drawn = lines.dropLast(3).map { $0.drop { $0 != "┤" && $0 != "│" }.dropFirst() }
    // Marks stand over the forecast alone, which fills the last third.
    let marks = drawn.flatMap { line in
      line.indices.filter { line[$0] == "●" }.map { line.distance(from: line.startIndex, to: $0) }
    }
    #expect(marks.count >= 3)
    #expect(marks.allSatisfy { $0 > 38 })
    #expect(lines.dropLast().last?.contains("08/03/2018") == true)
  }

  @Test func `a unit that the forecast holds a part of is not drawn, and said`() throws {
    // From a Wednesday to a Wednesday: the first and the last week are not whole.
    let answer = forecast(.english, .week, from: "2018-03-07")
    let series = try #require(
      ForecastSeries(
        ResultView(answer, query: answer.query ?? Query(), voice: Voice(answer, model: Shop.model))
      )
    )
    #expect(series.leftOut == 2)
    #expect(series.times.count == 12)
    #expect(series.history.prefix(8).allSatisfy { $0 != nil })
    #expect(
      series.forecast.map { $0 == nil } == Array(repeating: true, count: 9) + [false, false, true]
    )
    #expect(try picture(answer).hasSuffix("The incomplete weeks are not drawn."))
  }

  @Test func `a gap before the forecast stays a gap`() throws {
    var answer = forecast(.english, from: "2018-03-05")
    answer.history?.rows.removeLast(3)
    let series = try #require(
      ForecastSeries(
        ResultView(answer, query: answer.query ?? Query(), voice: Voice(answer, model: Shop.model))
      )
    )
    #expect(series.times.count == 12)
    #expect(series.history[5...7].allSatisfy { $0 == nil })
  }

  @Test func `the sentence tells all of it with its interval`() {
    let french = Wording(forecast(.french, from: "2018-03-05"), model: Shop.model).text
    #expect(
      french.contains(
        "est de 46 unités, entre 35 et 58 quatre fois sur cinq. Le maximum est de 13 (08/03/2018)"
      )
    )
    let english = Wording(forecast(.english, from: "2018-03-05"), model: Shop.model).text
    #expect(english.contains("46, between 35 and 58 four times out of five."))
  }

  @Test func `programs get a band, a line of what was and a dashed one`() throws {
    let answer = forecast(.english, from: "2018-03-05")
    let spec = try #require(VegaLite(answer, Voice(answer, model: Shop.model)).spec?.rendered)
    #expect(
      spec.contains(
        #"{"time":"2018-03-04","actual":1},{"time":"2018-03-05","forecast":10,"lower":6,"upper":16}"#
      )
    )
    #expect(
      spec.contains(
        #""mark":{"type":"area","opacity":0.2},"encoding":{"y":{"field":"lower","type":"quantitative","title":null},"y2":{"field":"upper"}"#
      )
    )
    #expect(
      spec.contains(
        #""mark":{"type":"line","point":true,"strokeDash":[6,3]},"encoding":{"y":{"field":"forecast""#
      )
    )
  }
}
