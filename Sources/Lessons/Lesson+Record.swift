package import Values

extension Lesson {
  /// The lesson of a row in the order of `LessonRecord.columns`; nil where it is none.
  package init?(_ values: [Value]) {
    guard values.count == LessonRecord.columns.count else { return nil }
    let fields = Dictionary(uniqueKeysWithValues: zip(LessonRecord.columns, values))
    guard let number = fields["id"]?.number, let id = Int(exactly: number), id > 0,
      let content = LessonContent(fields)
    else { return nil }
    self.init(
      id: id,
      content: content,
      author: fields["author"]?.text ?? "",
      madeAt: fields["made_at"]?.text ?? "",
      undoneAt: fields["undone_at"]?.text
    )
  }
}

extension LessonContent {
  fileprivate init?(_ fields: [String: Value]) {
    guard let first = fields["first_day"]?.text.flatMap({ CalendarDay(iso: $0) }),
      let last = fields["last_day"]?.text.flatMap({ CalendarDay(iso: $0) }), first <= last,
      let scope = LessonScope(fields)
    else { return nil }
    let reason = fields["reason"]?.text ?? ""
    switch fields["kind"]?.text.flatMap(LessonRecord.Kind.init) {
    case .exceptionalDay:
      self = .exceptionalDays(ExceptionalDays(days: first...last, scope: scope, reason: reason))
    case .event:
      guard let name = fields["name"]?.text, let multiplier = fields["multiplier"]?.number,
        TaughtEvent.multipliers.contains(multiplier)
      else { return nil }
      self = .event(
        TaughtEvent(name: name, days: first...last, multiplier: multiplier, scope: scope)
      )
    case .anomalyVerdict:
      guard let kind = fields["verdict"]?.text.flatMap(AnomalyVerdict.Kind.init) else { return nil }
      self = .anomalyVerdict(
        AnomalyVerdict(kind: kind, day: first, scope: scope, reason: reason)
      )
    case .alertHandled:
      guard case .product(let product) = scope else { return nil }
      self = .alertHandled(
        HandledAlert(product: product, day: first, status: fields["status"]?.text)
      )
    case nil: return nil
    }
  }
}

extension LessonScope {
  fileprivate init?(_ fields: [String: Value]) {
    let name = fields["scope_name"]?.text
    switch (fields["scope"]?.text, name) {
    case ("all", _): self = .everything
    case ("category", let name?): self = .category(name)
    case ("product", let name?):
      guard let id = fields["scope_id"], !id.isNull else { return nil }
      self = .product(TaughtProduct(id: id, name: name))
    default: return nil
    }
  }
}
