internal import CYAML

/// What libyaml reports while it reads, as Swift values.
enum YAMLEvent {
  case streamStart
  case streamEnd
  case documentStart
  case documentEnd
  case alias
  case scalar(String, isPlain: Bool)
  case sequenceStart
  case sequenceEnd
  case mappingStart
  case mappingEnd
}

/// A fault found by libyaml or by us, before the file's name is known.
struct YAMLFault: Error {
  var message: String
  var position: YAMLPosition
}

/// Owner of a libyaml parser over bytes that outlive it.
struct YAMLEventSource: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeBufferPointer<UInt8>

  init(_ input: UnsafeBufferPointer<UInt8>) {
    self.input = input
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    precondition(yaml_parser_initialize(parser) == 1, "libyaml has no memory left")
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deinitialize(count: 1)
    parser.deallocate()
  }

  /// The next event and its place; anchors, aliases and tags are refused.
  func next() throws(YAMLFault) -> (event: YAMLEvent, position: YAMLPosition) {
    var raw = yaml_event_t()
    guard yaml_parser_parse(parser, &raw) == 1 else { throw fault() }
    defer { yaml_event_delete(&raw) }
    let position = Self.position(raw.start_mark)
    if let extra = Self.anchorOrTag(raw) {
      throw YAMLFault(message: "\(extra) are not used in the corpus", position: position)
    }
    return (Self.event(raw), position)
  }

  private static func event(_ raw: yaml_event_t) -> YAMLEvent {
    switch raw.type {
    case YAML_STREAM_START_EVENT: return .streamStart
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_ALIAS_EVENT: return .alias
    case YAML_SCALAR_EVENT:
      let scalar = raw.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return .scalar(
        String(decoding: bytes, as: UTF8.self),
        isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE
      )
    case YAML_SEQUENCE_START_EVENT: return .sequenceStart
    case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
    case YAML_MAPPING_START_EVENT: return .mappingStart
    case YAML_MAPPING_END_EVENT: return .mappingEnd
    default: return .streamEnd
    }
  }

  private static func anchorOrTag(_ raw: yaml_event_t) -> String? {
    let data = raw.data
    switch raw.type {
    case YAML_ALIAS_EVENT: return "aliases (*name)"
    case YAML_SCALAR_EVENT:
      return data.scalar.anchor != nil
        ? "anchors (&name)" : data.scalar.tag != nil ? "tags (!name)" : nil
    case YAML_SEQUENCE_START_EVENT:
      let start = data.sequence_start
      return start.anchor != nil ? "anchors (&name)" : start.tag != nil ? "tags (!name)" : nil
    case YAML_MAPPING_START_EVENT:
      let start = data.mapping_start
      return start.anchor != nil ? "anchors (&name)" : start.tag != nil ? "tags (!name)" : nil
    default: return nil
    }
  }

  private static func position(_ mark: yaml_mark_t) -> YAMLPosition {
    YAMLPosition(line: mark.line + 1, column: mark.column + 1)
  }

  private func fault() -> YAMLFault {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "the file cannot be read"
    guard parser.pointee.error != YAML_READER_ERROR else {
      return YAMLFault(message: problem, position: position(ofByte: parser.pointee.problem_offset))
    }
    let context = parser.pointee.context.map { String(cString: $0) + ": " } ?? ""
    return YAMLFault(
      message: context + problem,
      position: Self.position(parser.pointee.problem_mark)
    )
  }

  /// Reader errors (bytes that are not UTF-8) come with a byte offset instead of a line.
  private func position(ofByte offset: Int) -> YAMLPosition {
    let before = input.prefix(offset)
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    return YAMLPosition(line: line, column: before[start...].count { $0 & 0xC0 != 0x80 } + 1)
  }
}
