package import Values

/// Days and units of a time axis as readers of a language write them.
package struct DateFormat: Hashable, Sendable {
  package let tongue: Tongue

  package init(_ tongue: Tongue) {
    self.tongue = tongue
  }

  /// A day: `31/03/2026`, "31 March 2026".
  package func day(_ day: CalendarDay) -> String {
    let (year, month, number) = day.components
    switch tongue {
    case .french: return "\(padded(number))/\(padded(month))/\(year)"
    case .english: return "\(number) \(CalendarNames.month(month, tongue)) \(year)"
    }
  }

  /// A moment "2026-03-31 00:30:12": « 31/03/2026 à 00:30 », "31 March 2026, 00:30"; any other text as it is.
  package func moment(_ text: String) -> String {
    guard text.utf8.count == 19, let date = CalendarDay(iso: text) else { return text }
    return day(date) + (tongue == .french ? " à " : ", ") + text.dropFirst(11).prefix(5)
  }

  /// The month a day lies in: « mars 2026 », "March 2026".
  package func month(_ day: CalendarDay) -> String {
    "\(CalendarNames.month(day.month, tongue)) \(day.year)"
  }

  /// The quarter a day lies in: « T1 2026 », "Q1 2026".
  package func quarter(_ day: CalendarDay) -> String {
    (tongue == .french ? "T" : "Q") + "\((day.month + 2) / 3) \(day.year)"
  }

  /// The ISO week a day lies in: « semaine 12 (du 16/03/2026) », "week 12 (from 16 March 2026)".
  package func week(_ day: CalendarDay) -> String {
    let number = day.isoWeek.week
    let monday = self.day(day.start(of: .week))
    return tongue == .french
      ? "semaine \(number) (du \(monday))" : "week \(number) (from \(monday))"
  }

  /// The unit of a time axis that a label of the result stands for ("2018-11", "2018-Q4", 6).
  ///
  /// A label that is not of the expected form is shown as it is.
  package func unit(_ label: Value, _ grain: Grain) -> String {
    switch grain {
    case .weekday, .monthOfYear, .hour: return cyclic(label, grain)
    case .day: return start(of: label, grain).map(day) ?? plain(label)
    case .week: return start(of: label, grain).map(week) ?? plain(label)
    case .month: return start(of: label, grain).map(month) ?? plain(label)
    case .quarter: return start(of: label, grain).map(quarter) ?? plain(label)
    case .year: return plain(label)
    }
  }

  /// The same unit where there is little room: « août 2026 », "W12 2026", "31 Mar 2026".
  package func shortUnit(_ label: Value, _ grain: Grain) -> String {
    guard let day = start(of: label, grain) else {
      guard grain == .monthOfYear, let number = label.number else { return unit(label, grain) }
      return CalendarNames.shortMonth(Int(number), tongue)
    }
    let (year, month, number) = day.components
    let monthName = CalendarNames.shortMonth(month, tongue)
    switch grain {
    case .month: return "\(monthName) \(year)"
    case .week: return (tongue == .french ? "S" : "W") + "\(day.isoWeek.week) \(day.isoWeek.year)"
    case .day where tongue == .english: return "\(number) \(monthName) \(year)"
    default: return unit(label, grain)
    }
  }

  private func cyclic(_ label: Value, _ grain: Grain) -> String {
    guard let number = label.number.map({ Int($0) }) else { return plain(label) }
    switch grain {
    case .weekday: return CalendarNames.weekday(number, tongue)
    case .monthOfYear: return CalendarNames.month(number, tongue)
    default: return tongue == .french ? "\(number)\u{202F}h" : "\(padded(number)):00"
    }
  }

  /// The first day of the unit that an ISO label names.
  private func start(of label: Value, _ grain: Grain) -> CalendarDay? {
    guard let text = label.text else { return nil }
    switch grain {
    case .month: return CalendarDay(iso: text + "-01")
    case .quarter:
      let parts = text.split(separator: "Q")
      guard parts.count == 2, let number = Int(parts[1]), (1...4).contains(number) else {
        return nil
      }
      return CalendarDay(iso: parts[0] + "\(padded(number * 3 - 2))-01")
    default: return CalendarDay(iso: text)
    }
  }

  private func plain(_ value: Value) -> String {
    switch value {
    case .null: "—"
    case .text(let text): text
    case .integer(let number): String(number)
    case .real(let number): NumberFormat(tongue).count(number)
    }
  }

  private func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}
