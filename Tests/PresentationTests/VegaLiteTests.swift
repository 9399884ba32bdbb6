import Assistant
import SemanticModel
import Testing
import Values

@testable import Presentation

@Suite struct VegaLiteTests {
  private func spec(_ query: Query, _ rows: [[Value]]) -> String? {
    let answer = answer(.english, query, rows)
    return VegaLite(answer, Voice(answer, model: Shop.model)).spec?.rendered
  }

  @Test func `groups are horizontal bars in the order of the rows`() {
    let spec = spec(
      query(["revenue"], by: [.dimension("category")]),
      [[.text("A"), .real(2)], [.text("B"), .real(1)]]
    )
    #expect(
      spec
        == #"{"$schema":"https://vega.github.io/schema/vega-lite/v5.json","title":"Revenue by category in 2018","#
        + #""data":{"values":[{"category":"A","revenue":2},{"category":"B","revenue":1}]},"mark":"bar","#
        + #""encoding":{"y":{"field":"category","type":"nominal","title":"Category","sort":null},"#
        + #""x":{"field":"revenue","type":"quantitative","title":"Revenue"}}}"#
    )
  }

  @Test func `running time is a line, one a group`() {
    let spec = spec(
      query(["margin_rate"], by: [.dimension("category"), .time(.month)]),
      [[.text("A"), .text("2018-01"), .real(0.2)], [.text("A"), .text("2018-02"), .real(0.1)]]
    )
    #expect(spec?.contains(#""mark":{"type":"line","point":true}"#) == true)
    #expect(spec?.contains(#""color":{"field":"category""#) == true)
    #expect(spec?.contains(#""axis":{"format":".1%"}"#) == true)
  }

  @Test func `two keys are grouped bars`() {
    let spec = spec(
      query(["revenue"], by: [.dimension("category"), .dimension("region")]),
      [[.text("A"), .text("W"), .real(2)], [.text("B"), .text("W"), .real(1)]]
    )
    #expect(spec?.contains(#""xOffset":{"field":"region"}"#) == true)
  }

  @Test func `single figures, lists and long results have no chart`() {
    #expect(spec(query(["revenue"]), [[.real(2)]]) == nil)
    #expect(spec(query([], by: [.dimension("product")]), [[.text("A")], [.text("B")]]) == nil)
    let many = (0...500).map { [Value.text("\($0)"), .real(1)] }
    #expect(spec(query(["revenue"], by: [.dimension("product")]), many) == nil)
  }
}
