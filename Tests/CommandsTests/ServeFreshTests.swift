import Glibc
import SocketSupport
import Synchronization
import Testing
import Threads
import Values

@testable import Commands

@Suite("A served database that changes while many ask")
struct ServeFreshTests {
  /// What one who asks all the time was told.
  private final class Asker: Sendable {
    private let told = Mutex<[Int?]>([])
    private let isOver = Atomic(false)

    /// The figures, nil where a request got none.
    var figures: [Int?] { told.withLock { $0 } }

    func stop() { isOver.store(true, ordering: .relaxed) }

    /// Asks until it is stopped: in turn what others asked, and what nobody did.
    func ask(port: UInt16, name: Int) {
      var count = 0
      while !isOver.load(ordering: .relaxed) {
        count += 1
        let question = count.isMultiple(of: 2) ? "CA en 2024" : "CA en 2024 n° \(name)\(count)"
        let figure = Self.figure(question, port: port)
        // Only of the first is it known what it means.
        if count.isMultiple(of: 2) || figure.status != 200 {
          told.withLock { $0.append(figure.value) }
        }
      }
    }

    private static func figure(_ question: String, port: UInt16) -> (status: Int, value: Int?) {
      let body = JSON.object([("question", .string(question))]).rendered
      guard let reply = RawClient(port: port)?.request("POST", "/v1/ask", body: body),
        let json = try? JSONReader.read(reply.body)
      else { return (0, nil) }
      return (reply.status, json["rows"]?.items?.first?.items?.first?.integer)
    }
  }

  /// Asks from four threads while something is done, and gives what each was told.
  private func asking(_ shop: ServedHome, during body: () throws -> Void) throws -> [[Int?]] {
    let askers = (0..<4).map { _ in Asker() }
    let threads = askers.enumerated().compactMap { number, asker in
      SystemThread { [port = shop.port] in asker.ask(port: port, name: number) }
    }
    defer { for thread in threads { thread.join() } }
    defer { for asker in askers { asker.stop() } }
    try body()
    for asker in askers {
      let count = asker.figures.count
      for _ in 0..<3_000 where asker.figures.count < count + 2 { usleep(10_000) }
    }
    return askers.map(\.figures)
  }

  /// Waits until a figure is told, with the database looked at as the program does.
  private func wait(for figure: Int, _ shop: ServedHome) throws {
    for _ in 0..<600 {
      if try shop.ask("CA en 2024")["rows"] == .array([.array([.integer(Int64(figure))])]) {
        return
      }
      shop.served.refresh()
      usleep(50_000)
    }
    Issue.record("\(figure) is not told")
  }

  private func check(_ told: [[Int?]], _ figures: [Int]) {
    for figuresTold in told {
      #expect(figuresTold.allSatisfy { $0.map(figures.contains) == true }, "\(figuresTold)")
      // Never again what was before.
      let known = figuresTold.compactMap { $0 }
      #expect(known == known.sorted())
      #expect(known.last == figures.last)
    }
  }

  @Test("one that another takes the place of is noticed, and no request is dropped")
  func replaced() throws {
    let shop = try ServedHome()
    let told = try asking(shop) {
      for count in 1...3 {
        let next = try shop.home.makeDatabase(
          "next-\(count).db",
          changedBy: "INSERT INTO sales_history VALUES (9, 3, '2024-02-21', \(count))"
        )
        #expect(rename(next, shop.home.database) == 0)
        try wait(for: 190 + 50 * count, shop)
      }
    }
    check(told, [190, 240, 290, 340])
  }

  @Test("one that grows is noticed at the next request, and no request is dropped")
  func grown() throws {
    let shop = try ServedHome()
    let told = try asking(shop) {
      for count in 1...5 {
        try shop.home.change(
          shop.home.database,
          "INSERT INTO sales_history VALUES (\(10 + count), 3, '2024-02-21', 1)"
        )
        let rows = try shop.ask("CA en 2024")["rows"]
        #expect(rows == .array([.array([.integer(Int64(190 + 50 * count))])]))
        shop.served.refresh()
      }
    }
    check(told, [190, 240, 290, 340, 390, 440])
  }
}
