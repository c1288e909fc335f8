import CLibYAML

/// libyaml's parser over one text: hands out one event after the other.
///
/// The only class of the stage: it owns C memory and frees it on every path. The text is a copy, because
/// libyaml keeps a pointer to it between calls.
final class EventReader {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>
  private let text: UnsafeMutableBufferPointer<UInt8>
  private var hasEvent = false
  private var cursor: ScalarCursor
  private var isReady: Bool
  private let base: Int

  /// - Parameter text: what libyaml reads; the offsets of the events are indices of it.
  init(_ text: ArraySlice<UInt8>) {
    base = text.startIndex
    parser = .allocate(capacity: 1)
    event = .allocate(capacity: 1)
    self.text = .allocate(capacity: text.count)
    _ = self.text.initialize(from: text)
    cursor = ScalarCursor(UnsafeBufferPointer(self.text))
    isReady = yaml_parser_initialize(parser) == 1
    guard isReady else { return }
    // An explicit encoding keeps libyaml from guessing one and from skipping a byte order mark unseen.
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, self.text.baseAddress, self.text.count)
  }

  deinit {
    if hasEvent { yaml_event_delete(event) }
    if isReady { yaml_parser_delete(parser) }
    event.deallocate()
    parser.deallocate()
    text.deallocate()
  }

  /// What stands at the reader.
  enum Step {
    case event(Event)
    case failure(Failure)
  }

  /// Reads the next event. The value of a scalar stays valid until the next call.
  func next() -> Step {
    if hasEvent { yaml_event_delete(event) }
    hasEvent = isReady && yaml_parser_parse(parser, event) == 1
    return hasEvent ? .event(current()) : .failure(failure())
  }

  /// Columns that the innermost open block is indented by, -1 outside of any. Right after the event of a
  /// block scalar this is what libyaml measured the scalar's own indentation against.
  var blockIndentation: Int { Int(parser.pointee.indent) }

  private func current() -> Event {
    let range = offset(of: event.pointee.start_mark)..<offset(of: event.pointee.end_mark)
    return Event(kind: kind(), range: range, anchor: anchor(), tag: tag())
  }

  private func kind() -> Event.Kind {
    switch event.pointee.type {
    case YAML_DOCUMENT_START_EVENT: .documentStart
    case YAML_ALIAS_EVENT: .alias
    case YAML_SCALAR_EVENT: .scalar(scalar())
    case YAML_SEQUENCE_START_EVENT: .sequenceStart
    case YAML_MAPPING_START_EVENT: .mappingStart
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: .collectionEnd
    case YAML_STREAM_END_EVENT, YAML_NO_EVENT: .streamEnd
    default: .other
    }
  }

  private func scalar() -> Event.Scalar {
    let scalar = event.pointee.data.scalar
    let style: ScalarStyle =
      switch scalar.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE: .literal
      case YAML_FOLDED_SCALAR_STYLE: .folded
      default: .plain
      }
    return Event.Scalar(
      value: UnsafeBufferPointer(start: scalar.value, count: Int(scalar.length)), style: style)
  }

  private func anchor() -> [UInt8]? {
    switch event.pointee.type {
    case YAML_ALIAS_EVENT: bytes(event.pointee.data.alias.anchor)
    case YAML_SCALAR_EVENT: bytes(event.pointee.data.scalar.anchor)
    case YAML_SEQUENCE_START_EVENT: bytes(event.pointee.data.sequence_start.anchor)
    case YAML_MAPPING_START_EVENT: bytes(event.pointee.data.mapping_start.anchor)
    default: nil
    }
  }

  private func tag() -> [UInt8]? {
    switch event.pointee.type {
    case YAML_SCALAR_EVENT: bytes(event.pointee.data.scalar.tag)
    case YAML_SEQUENCE_START_EVENT: bytes(event.pointee.data.sequence_start.tag)
    case YAML_MAPPING_START_EVENT: bytes(event.pointee.data.mapping_start.tag)
    default: nil
    }
  }

  private func bytes(_ pointer: UnsafeMutablePointer<UInt8>?) -> [UInt8]? {
    guard let pointer else { return nil }
    var count = 0
    while pointer[count] != 0 { count += 1 }
    return Array(UnsafeBufferPointer(start: pointer, count: count))
  }

  private func failure() -> Failure {
    guard isReady else { return Failure.outOfMemory }
    let context = parser.pointee.context.map { String(cString: $0) } ?? ""
    let contextMark = context.isEmpty ? nil : offset(of: parser.pointee.context_mark)
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "out of memory"
    // The reader below the scanner counts bytes.
    let isEncoding = parser.pointee.error == YAML_READER_ERROR
    let place =
      isEncoding ? base + Int(parser.pointee.problem_offset) : offset(of: parser.pointee.problem_mark)
    return Failure(
      problem: problem, context: context, at: min(place, base + text.count), contextAt: contextMark,
      isEncoding: isEncoding)
  }

  private func offset(of mark: yaml_mark_t) -> Int {
    base + cursor.offset(ofScalar: Int(mark.index))
  }
}

extension EventReader {
  /// One event of libyaml with its bytes in the text, properties included.
  struct Event {
    let kind: Kind
    let range: Range<Int>
    let anchor: [UInt8]?
    let tag: [UInt8]?

    enum Kind {
      case documentStart
      case alias
      case scalar(Scalar)
      case sequenceStart
      case mappingStart
      case collectionEnd
      case streamEnd
      /// Start of the stream, end of a document.
      case other
    }

    struct Scalar {
      let value: UnsafeBufferPointer<UInt8>
      let style: ScalarStyle
    }
  }

  /// Why libyaml stopped, in its own words, and where.
  struct Failure {
    let problem: String
    let context: String
    let at: Int
    let contextAt: Int?
    /// The text is not UTF-8.
    let isEncoding: Bool

    static let outOfMemory = Failure(
      problem: "out of memory", context: "", at: 0, contextAt: nil, isEncoding: false)
  }
}
