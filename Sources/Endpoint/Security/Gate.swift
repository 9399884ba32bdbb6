import Server
import Synchronization
import Values

/// Who may ask: looks at the head of a request, before its body is read.
final class Gate: Sendable {
  private let origins: OriginRule
  private let keys: KeyRing?
  private let limit: RateLimit?
  private let isClosed = Atomic(false)

  /// What may be read without a key: it says nothing of the data.
  private static let open: Set<String> = [
    HealthRoutes.alive, HealthRoutes.ready, OpenAPIRoute.path, PageRoute.page, PageRoute.script,
  ]

  init(_ options: EndpointOptions) {
    origins = OriginRule(allowed: options.origins, isLocalOnly: options.isLocalOnly)
    keys = options.keys.map { KeyRing($0) }
    limit = options.requestsPerMinute.map { RateLimit(perMinute: $0) }
  }

  /// Lets nobody in any more: the server stops.
  func close() { isClosed.store(true, ordering: .relaxed) }

  /// Why a request is refused; where it is not, its caller is noted in it.
  func refusal(_ request: inout Request) -> Response? {
    guard let problem = problem(&request) else { return nil }
    return problem.response(in: request.tongue)
  }

  private func problem(_ request: inout Request) -> Problem? {
    if isClosed.load(ordering: .relaxed) { return .stopping }
    // A proxy in front may have believed the other one, and take the rest of the body for a request.
    if request.headers["transfer-encoding"] != nil, request.headers["content-length"] != nil {
      return .twoLengths
    }
    if let problem = origins.problem(request) { return problem }
    // A page asks first what it may send, without its key.
    if request.method == "OPTIONS" || Self.open.contains(request.path) { return nil }
    if let keys {
      guard let owner = keys.owner(request.headers["authorization"]) else { return .noKey }
      request.caller = owner
    }
    let caller = keys == nil ? request.peer : request.caller
    return limit?.take(caller).map { .tooMany(retryAfter: $0) }
  }

  /// A response with what every one carries.
  func finished(_ response: Response, _ request: Request) -> Response {
    var response = response
    response.headers += origins.headers(request)
    response.headers.append(("X-Content-Type-Options", "nosniff"))
    return response
  }
}
