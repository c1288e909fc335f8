import AltoDiagnostics

/// Filters that make text.
extension Evaluator {
  mutating func computeText(_ filter: Filter, _ value: Value, _ arguments: Arguments) throws(Fault) -> Value {
    // What is no text yet becomes text, as `soft_str` does; HTML stays HTML.
    let text = try string(of: value)
    let soft = value.text == nil ? Value.string(text) : value
    try spend(text.utf8.count / 16)
    switch filter {
    case .capitalize:
      try arguments.none()
      return soft.sameKind(PythonText.capitalize(text))
    case .lower:
      try arguments.none()
      return soft.sameKind(PythonText.lower(text))
    case .upper:
      try arguments.none()
      return soft.sameKind(PythonText.upper(text))
    case .title:
      try arguments.none()
      return .string(PythonText.titleOfWords(text))
    case .string:
      try arguments.none()
      return soft
    case .safe:
      try arguments.none()
      return Value(.markup(text))
    case .e, .escape:
      try arguments.none()
      return Value(.markup(soft.escapedText(text)))
    case .forceescape:
      try arguments.none()
      return Value(.markup(PythonText.htmlEscaped(text)))
    case .center:
      let width = try arguments.bound(to: ["width"]).integer(0, default: 80)
      try allow(textOf: max(width, 0))
      return soft.sameKind(PythonText.center(text, width: width))
    case .trim:
      return soft.sameKind(PythonText.strip(text, try arguments.bound(to: ["chars"]).optionalText(0)))
    case .format: return try formatted(soft, text, arguments)
    case .replace:
      let bound = try arguments.bound(to: ["old", "new", "count"], required: 2)
      let limit = bound.given(2) == nil ? -1 : try bound.integer(2, default: -1)
      let old = try string(of: bound[0] ?? .none)
      return .string(try replace(text, old, string(of: bound[1] ?? .none), limit: limit))
    case .striptags:
      try arguments.none()
      return .string(try HTMLText.withoutTags(text))
    case .wordcount:
      try arguments.none()
      return .int(PythonText.wordCount(text))
    case .urlencode:
      try arguments.none()
      return .string(try urlEncoded(value, text))
    case .tojson: return Value(.markup(try json(value, arguments)))
    default: return try computeLines(filter, value, arguments)
    }
  }

  /// The filter `format`, which is `%` with the arguments as a tuple or a dict.
  private mutating func formatted(_ format: Value, _ text: String, _ arguments: Arguments) throws(Fault)
    -> Value
  {
    if arguments.keywords.isEmpty { return try percentFormat(format, text, .tuple(arguments.positional)) }
    guard arguments.positional.isEmpty else { throw .value(.formatMixesArguments) }
    var map = OrderedMap()
    for (name, value) in arguments.keywords { try map.set(.string(name), value) }
    return try percentFormat(format, text, Value(.dict(map)))
  }

  /// Filters that need text and do not make it.
  private mutating func computeLines(
    _ filter: Filter, _ value: Value, _ arguments: Arguments
  ) throws(Fault) -> Value {
    guard let text = value.text else { throw .misuse(.notText, value.typeName) }
    switch filter {
    case .indent: return try indented(value, text, arguments)
    case .truncate: return try truncated(value, text, arguments)
    default:
      let bound = try arguments.bound(to: ["width", "break_long_words", "wrapstring", "break_on_hyphens"])
      let wrap = TextWrap(
        width: try bound.integer(0, default: 79), breaksLongWords: try flag(bound[1]) ?? true,
        breaksOnHyphens: try flag(bound[3]) ?? true)
      guard wrap.width > 0 else { throw arguments.problem(.tooSmall("width", minimum: 1)) }
      let separator = try bound.optionalText(2) ?? "\n"
      let lines = PythonText.lines(text).map { wrap.lines(of: $0).joined(separator: separator) }
      try allow(
        textOf: text.utf8.count.addingReportingOverflow(text.utf8.count * separator.utf8.count).partialValue)
      return .string(lines.joined(separator: separator))
    }
  }

  func flag(_ value: Value?) throws(Fault) -> Bool? {
    guard let value else { return nil }
    var copy = self
    return try copy.truth(of: value)
  }

  private mutating func indented(_ value: Value, _ text: String, _ arguments: Arguments) throws(Fault)
    -> Value
  {
    let bound = try arguments.bound(to: ["width", "first", "blank"])
    let indentation: String
    if let given = bound[0]?.text {
      indentation = given
    } else {
      let width = max(0, try bound.integer(0, default: 4))
      try allow(textOf: width)
      indentation = String(repeating: " ", count: width)
    }
    let indentsFirst = try flag(bound[1]) ?? false
    let indentsBlank = try flag(bound[2]) ?? false
    let lines = PythonText.lines(text + "\n")
    let (size, overflow) = indentation.utf8.count.multipliedReportingOverflow(by: lines.count)
    try allow(textOf: overflow ? .max : size + text.utf8.count)
    var result = indentsFirst ? indentation : ""
    for (index, line) in lines.enumerated() {
      if index > 0 { result += "\n" + (indentsBlank || !line.isEmpty ? indentation : "") }
      result += line
    }
    return value.sameKind(result)
  }

  private func truncated(_ value: Value, _ text: String, _ arguments: Arguments) throws(Fault) -> Value {
    let bound = try arguments.bound(to: ["length", "killwords", "end", "leeway"])
    let length = try bound.integer(0, default: 255)
    let end = try bound.text(2, default: "...")
    let leeway = bound.given(3) == nil ? 5 : try bound.integer(3, default: 5)
    let endCount = end.unicodeScalars.count
    guard length >= endCount else { throw arguments.problem(.tooSmall("length", minimum: endCount)) }
    guard leeway >= 0 else { throw arguments.problem(.tooSmall("leeway", minimum: 0)) }
    let limit = length.addingReportingOverflow(leeway)
    if limit.overflow || text.unicodeScalars.count <= limit.partialValue { return value }
    let kept = PythonText.slice(text, to: length - endCount)
    let tail = value.isMarkup ? (bound[2] ?? .string(end)).escapedText(end) : end
    if try flag(bound[1]) ?? false { return value.sameKind(kept + tail) }
    let words = PythonText.splitRight(kept, on: " ", limit: 1)
    return value.sameKind((words.first ?? "") + tail)
  }

  /// A text is quoted; a dict or pairs become a query.
  private mutating func urlEncoded(_ value: Value, _ text: String) throws(Fault) -> String {
    if value.text != nil { return PythonText.percentEncoded(text, isQuery: false) }
    guard try isIterable(value) else { return PythonText.percentEncoded(text, isQuery: false) }
    var pairs: [Value]
    if case .dict(let map) = value.payload { pairs = map.pairs } else { pairs = try items(of: value) }
    var parts: [String] = []
    for pair in pairs {
      let both = try items(of: pair)
      guard both.count == 2 else { throw .value(.unpacking(names: 2, items: both.count)) }
      parts.append(
        PythonText.percentEncoded(try string(of: both[0]), isQuery: true) + "="
          + PythonText.percentEncoded(try string(of: both[1]), isQuery: true))
    }
    return parts.joined(separator: "&")
  }
}
