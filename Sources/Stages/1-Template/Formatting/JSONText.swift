import AltoDiagnostics

/// The filter `tojson`: Python's `json.dumps` with sorted keys, safe inside of HTML.
extension Evaluator {
  mutating func json(_ value: Value, _ arguments: Arguments) throws(Fault) -> String {
    let indent = try arguments.bound(to: ["indent"])
    var indentation: String?
    if let text = indent[0]?.text {
      indentation = text
    } else if indent.given(0) != nil {
      let width = max(0, try indent.integer(0, default: 0))
      try allow(textOf: width)
      indentation = String(repeating: " ", count: width)
    }
    var writer = JSONWriter(indentation: indentation)
    try writer.write(value, depth: 0, with: &self)
    return PythonText.string(writer.text)
  }
}

private struct JSONWriter {
  let indentation: String?
  private(set) var text: [UInt8] = []

  init(indentation: String?) {
    self.indentation = indentation
  }

  mutating func write(_ value: Value, depth: Int, with evaluator: inout Evaluator) throws(Fault) {
    try evaluator.spend(1)
    try evaluator.allow(textOf: text.count)
    switch value.payload {
    case .none: text += "null".utf8
    case .bool(let flag): text += (flag ? "true" : "false").utf8
    case .int(let number): text += String(number).utf8
    case .float(let number): text += JSONWriter.text(number).utf8
    case .string(let string), .markup(let string): write(string)
    case .list(let items), .tuple(let items), .group(let items):
      try write(items.map { (nil, $0) }, "[", "]", depth: depth, with: &evaluator)
    case .dict(let map): try write(entries(map, with: &evaluator), "{", "}", depth: depth, with: &evaluator)
    case .undefined(let undefined): throw .undefined(undefined)
    case .late, .view, .range, .path, .namespace, .generator, .loop, .function, .method, .matrix, .poison:
      throw .misuse(.notInJSON, value.typeName)
    }
  }

  private static func text(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    return number.isInfinite ? (number < 0 ? "-Infinity" : "Infinity") : FloatText.shortest(number)
  }

  /// The entries in order of their keys, keys as text.
  private func entries(
    _ map: OrderedMap, with evaluator: inout Evaluator
  ) throws(Fault) -> [(String?, Value)] {
    let pairs = try evaluator.sortedPairs(of: map)
    var entries: [(String?, Value)] = []
    for (key, value) in pairs {
      switch key.payload {
      case .string(let text), .markup(let text): entries.append((text, value))
      case .none: entries.append(("null", value))
      case .bool(let flag): entries.append((flag ? "true" : "false", value))
      case .int(let number): entries.append((String(number), value))
      case .float(let number): entries.append((JSONWriter.text(number), value))
      case .late, .list, .tuple, .group, .dict, .view, .range, .path, .namespace, .generator, .loop,
        .function,
        .method, .matrix, .undefined, .poison:
        throw .misuse(.notInJSON, key.typeName)
      }
    }
    return entries
  }

  private mutating func write(
    _ entries: [(String?, Value)], _ opening: String, _ closing: String, depth: Int,
    with evaluator: inout Evaluator
  ) throws(Fault) {
    text += opening.utf8
    for (index, (key, value)) in entries.enumerated() {
      if index > 0 { text += (indentation == nil ? ", " : ",").utf8 }
      breakLine(depth + 1)
      if let key {
        write(key)
        text += ": ".utf8
      }
      try write(value, depth: depth + 1, with: &evaluator)
    }
    if !entries.isEmpty { breakLine(depth) }
    text += closing.utf8
  }

  private mutating func breakLine(_ depth: Int) {
    guard let indentation else { return }
    text.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { text += indentation.utf8 }
  }

  /// ASCII alone, and nothing that means something in HTML.
  private mutating func write(_ string: String) {
    text.append(UInt8(ascii: "\""))
    for unit in string.utf16 {
      switch unit {
      case 0x22: text += "\\\"".utf8
      case 0x5C: text += "\\\\".utf8
      case 0x0A: text += "\\n".utf8
      case 0x0D: text += "\\r".utf8
      case 0x09: text += "\\t".utf8
      case 0x08: text += "\\b".utf8
      case 0x0C: text += "\\f".utf8
      case 0x3C, 0x3E, 0x26, 0x27, 0..<0x20, 0x7F...:
        let hex = String(unit, radix: 16)
        text += ("\\u" + String(repeating: "0", count: 4 - hex.count) + hex).utf8
      default: text.append(UInt8(truncatingIfNeeded: unit))
      }
    }
    text.append(UInt8(ascii: "\""))
  }
}

extension Evaluator {
  /// The entries of a dict in order of their keys, which must be comparable.
  fileprivate mutating func sortedPairs(of map: OrderedMap) throws(Fault) -> [(Value, Value)] {
    var arguments = Arguments("tojson")
    arguments.positional = [.bool(true)]
    guard
      case .list(let pairs) = try computeOrder(.dictsort, Value(.dict(map)), arguments, at: filterSpan)
        .payload
    else { return [] }
    return pairs.compactMap { pair in
      if case .tuple(let both) = pair.payload, both.count == 2 { (both[0], both[1]) } else { nil }
    }
  }
}
