import SemanticModel
import Server
import Values

/// `GET /v1/catalog?language=fr`: what there is to ask for, with example questions.
struct CatalogRoute: Sendable {
  static let path = "/v1/catalog"

  let backend: any Backend

  func handle(_ request: Request) throws(Problem) -> Response {
    let tongue = try request.wantedTongue()
    let model = backend.model
    return Response(
      200,
      .object([
        ("language", .string(tongue.rawValue)),
        ("openers", .array(backend.openers(in: tongue).map(JSON.string))),
        ("metrics", .array(sorted(model.metrics).map { metric($0, tongue) })),
        ("dimensions", .array(sorted(model.dimensions).map { dimension($0, tongue) })),
        (
          "analyses",
          .array(sorted(model.analyses).filter(\.isComputed).map { analysis($0, tongue) })
        ),
      ])
    )
  }

  private func sorted<Object>(_ objects: [String: Object]) -> [Object] {
    objects.sorted { $0.key < $1.key }.map(\.value)
  }

  private func metric(_ metric: Metric, _ tongue: Tongue) -> JSON {
    entry("metric", metric.name, metric.noun, metric.description, tongue)
      .adding([("unit", .string(metric.unit.rawValue))])
  }

  private func dimension(_ dimension: Dimension, _ tongue: Tongue) -> JSON {
    entry("dimension", dimension.name, dimension.noun, dimension.description, tongue)
      .adding([("type", .string(dimension.type.rawValue))])
  }

  private func analysis(_ analysis: Analysis, _ tongue: Tongue) -> JSON {
    entry("analysis", analysis.name, analysis.noun, analysis.description, tongue)
  }

  private func entry(
    _ kind: String,
    _ name: String,
    _ noun: Noun,
    _ description: LocalizedText,
    _ tongue: Tongue
  ) -> JSON {
    let examples = backend.examples(of: kind, name, in: tongue)
    return .object([
      ("name", .string(name)), ("label", .string(noun.singular[tongue])),
      ("description", .string(description[tongue])),
      ("examples", .array(examples.map(JSON.string))),
    ])
  }
}

extension Request {
  /// The language that the query asks for, else the one that the client prefers.
  func wantedTongue() throws(Problem) -> Tongue {
    guard let name = parameter("language") else { return tongue }
    guard let tongue = Tongue(rawValue: name) else {
      throw .invalid("language", expected: "fr, en")
    }
    return tongue
  }
}
