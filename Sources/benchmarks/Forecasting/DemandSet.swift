import Analytics
import Diagnostics
import Glibc
import Values

/// Daily demand of many products, with the events they share.
struct DemandSet {
  /// One product.
  struct Product {
    /// Its name in the file.
    let name: String
    /// Its category.
    let group: String
    /// Units a day from the first sale.
    var quantities: [Double]
    /// Promotion of each day, known beforehand.
    var promotions: [Double]
    /// The day of the first quantity.
    let firstDay: CalendarDay
  }

  /// In the order of the file.
  var products: [Product]
  /// Name, first and last day of each occurrence.
  var occurrences: [(event: String, first: CalendarDay, last: CalendarDay)] = []

  /// The last day of any product.
  var lastDay: CalendarDay {
    products.map { $0.firstDay.adding(days: $0.quantities.count - 1) }.max()
      ?? CalendarDay(ordinal: 0)
  }

  /// Reads `series,group,date,value,promotion` and, where there is one, `event,first,last`; both with a head line.
  ///
  /// Days of a series may be missing and count as 0; its lines are in the order of days.
  static func read(_ path: String, events: String?) throws(Failure) -> DemandSet {
    var products: [Product] = []
    var positions: [String: Int] = [:]
    for line in try TextFile.lines(path).dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count >= 5, let day = CalendarDay(iso: fields[2]), let value = Double(fields[3])
      else { continue }
      let name = String(fields[0])
      let position = positions[name] ?? products.count
      if position == products.count {
        positions[name] = position
        products.append(
          Product(
            name: name,
            group: String(fields[1]),
            quantities: [],
            promotions: [],
            firstDay: day
          )
        )
      }
      let offset = day.ordinal - products[position].firstDay.ordinal
      guard offset >= products[position].quantities.count else { continue }
      let gap = offset - products[position].quantities.count
      products[position].quantities += [Double](repeating: 0, count: gap) + [value]
      products[position].promotions +=
        [Double](repeating: 0, count: gap) + [Double(fields[4]) ?? 0]
    }
    var set = DemandSet(products: products)
    guard let events else { return set }
    for line in try TextFile.lines(events).dropFirst() {
      let fields = line.split(separator: ",")
      guard fields.count >= 3, let first = CalendarDay(iso: fields[1]),
        let last = CalendarDay(iso: fields[2]), first <= last
      else { continue }
      set.occurrences.append((String(fields[0]), first, last))
    }
    return set
  }

  /// The calendar as it is at an origin.
  func calendar(now: CalendarDay, horizon: Int) -> DemandCalendar {
    let firstDay = products.map(\.firstDay).min() ?? now
    var windows: [String: [ClosedRange<Int>]] = [:]
    for item in occurrences {
      let first = item.first.ordinal - firstDay.ordinal
      windows[item.event, default: []].append(first...item.last.ordinal - firstDay.ordinal)
    }
    let events = windows.sorted { $0.key < $1.key }
      .map { CalendarEvent(id: $0.key, occurrences: $0.value) }
    return DemandCalendar(firstDay: firstDay, now: now, horizon: horizon, events: events)
  }

  /// What is known of a product at an origin: its sales up to then, its promotions to the end.
  func known(_ product: Product, now: CalendarDay) -> DemandSeries {
    let count = max(0, now.ordinal - product.firstDay.ordinal + 1)
    return DemandSeries(
      firstDay: product.firstDay,
      quantities: Array(product.quantities.prefix(count)),
      promotions: product.promotions
    )
  }

  /// The profile of each group from its products' sales up to an origin.
  func profiles(on calendar: DemandCalendar, now: CalendarDay) -> [String: DemandProfile] {
    var result: [String: DemandProfile] = [:]
    for (group, members) in Dictionary(grouping: products, by: \.group) where members.count > 1 {
      var sums = [Double](repeating: 0, count: calendar.historyCount)
      var promoted = [Double](repeating: 0, count: calendar.historyCount)
      for product in members {
        let start = calendar.index(of: product.firstDay)
        for (day, value) in product.quantities.enumerated() where start + day < sums.count {
          sums[start + day] += value
          promoted[start + day] += product.promotions[day] / Double(members.count)
        }
      }
      let series = DemandSeries(
        firstDay: calendar.firstDay,
        quantities: sums,
        promotions: promoted
      )
      result[group] =
        DemandProfile.fitted(series, productCount: members.count, on: calendar)
    }
    return result
  }
}
