import Server

/// Finds what answers a request.
struct Router: Sendable {
  private typealias Handler = @Sendable (Request) throws(Problem) -> HTTPServer.Handling

  let desk: Desk
  /// The paths that are there, with what each method does.
  private let routes: [String: [String: Handler]]
  private let connectionCount: @Sendable () -> Int

  init(desk: Desk, connectionCount: @escaping @Sendable () -> Int) {
    self.desk = desk
    self.connectionCount = connectionCount
    let backend = desk.backend
    routes = [
      AskRoute.path: [
        "POST": { request throws(Problem) in try AskRoute(desk: desk).handle(request) }
      ],
      ChatRoute.path: [
        "POST": { request throws(Problem) in try ChatRoute(desk: desk).handle(request) }
      ],
      FeedbackRoute.path: [
        "POST": { request throws(Problem) in try FeedbackRoute(desk: desk).handle(request) }
      ],
      ModelsRoute.path: ["GET": { _ throws(Problem) in .now(ModelsRoute.list()) }],
      CatalogRoute.path: [
        "GET": { request throws(Problem) in
          .now(try CatalogRoute(backend: backend).handle(request))
        }
      ],
      SuggestRoute.path: [
        "GET": { request throws(Problem) in try SuggestRoute(desk: desk).handle(request) }
      ],
      HealthRoutes.alive: ["GET": { _ throws(Problem) in .now(HealthRoutes.live()) }],
      HealthRoutes.ready: [
        "GET": { request throws(Problem) in .now(HealthRoutes.readiness(backend, request)) }
      ],
      HealthRoutes.metrics: [
        "GET": { _ throws(Problem) in
          .now(HealthRoutes.numbers(desk, connections: connectionCount()))
        }
      ],
      OpenAPIRoute.path: ["GET": { _ throws(Problem) in .now(OpenAPIRoute.response()) }],
      PageRoute.page: ["GET": { _ throws(Problem) in .now(PageRoute.html()) }],
      PageRoute.script: ["GET": { _ throws(Problem) in .now(PageRoute.javaScript()) }],
    ]
  }

  /// What a request comes to; what is answered at once is counted.
  func handling(_ request: Request) -> HTTPServer.Handling {
    let (label, methods) = found(request.path)
    do throws(Problem) {
      guard let methods else { throw .unknownPath(request.path) }
      let method = request.method == "HEAD" ? "GET" : request.method
      if method == "OPTIONS" { return .now(Self.options(methods)) }
      guard let handler = methods[method] else {
        throw .wrongMethod(request.method, allowed: Self.names(methods))
      }
      let handling = try handler(request)
      if case .now(let response) = handling { desk.count(request, label, response) }
      return handling
    } catch {
      let response = error.response(in: request.tongue)
      desk.count(request, label, response)
      return .now(response)
    }
  }

  /// The methods of a path, and the name it is counted under.
  private func found(_ path: String) -> (label: String, methods: [String: Handler]?) {
    if let methods = routes[path] { return (path, methods) }
    let models = ModelsRoute.path + "/"
    if path.hasPrefix(models) {
      let name = String(path.dropFirst(models.count))
      return (models, ["GET": { _ throws(Problem) in .now(try ModelsRoute.one(name)) }])
    }
    if path.hasPrefix(SessionsRoute.path) {
      let id = String(path.dropFirst(SessionsRoute.path.count))
      let route = SessionsRoute(desk: desk)
      return (
        SessionsRoute.path,
        [
          "GET": { request throws(Problem) in .now(try route.show(id, request)) },
          "DELETE": { request throws(Problem) in .now(try route.forget(id, request)) },
        ]
      )
    }
    return ("other", nil)
  }

  private static func names(_ methods: [String: Handler]) -> [String] {
    (methods.keys + (methods["GET"] == nil ? [] : ["HEAD"]) + ["OPTIONS"]).sorted()
  }

  /// What a page may send (https://fetch.spec.whatwg.org/#http-cors-protocol); the origin was looked at before.
  private static func options(_ methods: [String: Handler]) -> Response {
    let list = names(methods).joined(separator: ", ")
    return Response(
      204,
      headers: [
        ("Allow", list), ("Access-Control-Allow-Methods", list),
        ("Access-Control-Allow-Headers", "Authorization, Content-Type, X-Request-Id"),
        ("Access-Control-Max-Age", "600"),
      ]
    )
  }
}
