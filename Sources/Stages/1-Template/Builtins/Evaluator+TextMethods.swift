import AltoDiagnostics

/// Methods of text.
extension Evaluator {
  mutating func callText(
    _ name: String, _ receiver: Value, _ text: String, _ arguments: Arguments
  ) throws(Fault) -> Value? {
    try spend(text.utf8.count / 16)
    switch name {
    case "upper", "lower", "title", "capitalize", "swapcase", "casefold":
      try arguments.none()
      return receiver.sameKind(recased(text, name))
    case "islower", "isupper", "isdigit", "isalpha", "isalnum", "isspace":
      try arguments.none()
      return .bool(has(text, name))
    case "strip", "lstrip", "rstrip":
      let characters = try arguments.bound(to: ["chars"], positionalOnly: true).optionalText(0)
      return receiver.sameKind(
        PythonText.strip(text, characters, left: name != "rstrip", right: name != "lstrip"))
    case "startswith", "endswith": return .bool(try hasAffix(text, name, arguments))
    case "removeprefix", "removesuffix":
      let affix = try arguments.bound(to: ["affix"], required: 1, positionalOnly: true).text(0, default: "")
      return receiver.sameKind(without(affix, text, atStart: name == "removeprefix"))
    case "replace": return try replaced(receiver, text, arguments)
    case "split", "rsplit", "splitlines": return .list(try split(name, receiver, text, arguments))
    case "partition", "rpartition": return try partitioned(name, receiver, text, arguments)
    case "join":
      let list = try arguments.bound(to: ["iterable"], required: 1, positionalOnly: true)[0] ?? .none
      return try joined(receiver, text, list)
    case "format": return try braceFormat(receiver, text, arguments)
    case "count", "find", "rfind", "index": return try found(name, text, arguments)
    case "center", "ljust", "rjust", "zfill": return try padded(name, receiver, text, arguments)
    default: return nil
    }
  }

  private func recased(_ text: String, _ name: String) -> String {
    switch name {
    case "upper": PythonText.upper(text)
    case "lower": PythonText.lower(text)
    case "title": PythonText.title(text)
    case "capitalize": PythonText.capitalize(text)
    case "casefold": PythonText.folded(text)
    default: PythonText.swapped(text)
    }
  }

  private func has(_ text: String, _ name: String) -> Bool {
    let scalars = text.unicodeScalars
    switch name {
    case "islower": return PythonText.isLower(text)
    case "isupper": return PythonText.isUpper(text)
    case "isdigit": return !scalars.isEmpty && scalars.allSatisfy(PythonText.isDigit)
    case "isalpha": return !scalars.isEmpty && scalars.allSatisfy(PythonText.isLetter)
    case "isspace": return !scalars.isEmpty && scalars.allSatisfy(Whitespace.contains)
    default:
      return !scalars.isEmpty && scalars.allSatisfy { PythonText.isLetter($0) || PythonText.isNumeric($0) }
    }
  }

  /// `startswith` and `endswith`, with one affix or a tuple of them, on the whole text or a part of it.
  private func hasAffix(_ text: String, _ name: String, _ arguments: Arguments) throws(Fault) -> Bool {
    let bound = try arguments.bound(to: ["affix", "start", "end"], required: 1, positionalOnly: true)
    var affixes: [String] = []
    if case .tuple(let items)? = bound[0]?.payload {
      for item in items {
        guard let affix = item.text else { throw try bound.wrongType(0, .text) }
        affixes.append(affix)
      }
    } else {
      affixes = [try bound.text(0, default: "")]
    }
    guard let part = try part(of: text, bound, 1) else { return false }
    return affixes.contains { affix in
      name == "startswith"
        ? part.utf8.starts(with: affix.utf8) : part.utf8.reversed().starts(with: affix.utf8.reversed())
    }
  }

  /// `text[start:end]`; nil when the start lies behind the end of the text.
  private func part(of text: String, _ bound: BoundArguments, _ index: Int) throws(Fault) -> String? {
    guard bound.given(index) != nil || bound.given(index + 1) != nil else { return text }
    let scalars = Array(text.unicodeScalars)
    func cut(_ place: Int) -> Int { max(0, place < 0 ? max(place, -scalars.count) + scalars.count : place) }
    let start = cut(bound.given(index) == nil ? 0 : try bound.integer(index, default: 0))
    let end = min(
      scalars.count, cut(bound.given(index + 1) == nil ? .max : try bound.integer(index + 1, default: 0)))
    guard start <= end else { return nil }
    return scalars[start..<end].reduce(into: "") { $0.unicodeScalars.append($1) }
  }

  private func without(_ affix: String, _ text: String, atStart: Bool) -> String {
    let bytes = Array(text.utf8)
    let part = Array(affix.utf8)
    if atStart { return bytes.starts(with: part) ? PythonText.string(bytes.dropFirst(part.count)) : text }
    return bytes.reversed().starts(with: part.reversed())
      ? PythonText.string(bytes.dropLast(part.count)) : text
  }

  private mutating func replaced(_ receiver: Value, _ text: String, _ arguments: Arguments) throws(Fault)
    -> Value
  {
    let bound = try arguments.bound(to: ["old", "new", "count"], required: 2, positionalOnly: true)
    let old = try bound.text(0, default: "")
    var new = try bound.text(1, default: "")
    if receiver.isMarkup { new = bound[1]?.escapedText(new) ?? new }
    return receiver.sameKind(try replace(text, old, new, limit: bound.integer(2, default: -1)))
  }

  mutating func replace(_ text: String, _ old: String, _ new: String, limit: Int) throws(Fault) -> String {
    let count = PythonText.replacementCount(text, old, limit: limit)
    let (size, overflow) = count.multipliedReportingOverflow(by: new.utf8.count)
    try allow(textOf: overflow ? .max : size.addingReportingOverflow(text.utf8.count).partialValue)
    return PythonText.replace(text, old, with: new, limit: limit)
  }

  private mutating func split(
    _ name: String, _ receiver: Value, _ text: String, _ arguments: Arguments
  ) throws(Fault) -> [Value] {
    try allow(items: text.utf8.count / 2)
    if name == "splitlines" {
      let keeps = try arguments.bound(to: ["keepends"])[0]
      if let keeps, try truth(of: keeps) {
        throw arguments.problem(.wrongValue("keepends", allowed: ["false"]))
      }
      return PythonText.lines(text).map { receiver.sameKind($0) }
    }
    let bound = try arguments.bound(to: ["sep", "maxsplit"])
    let limit = try bound.integer(1, default: -1)
    let fromRight = name == "rsplit"
    guard let separator = try bound.optionalText(0) else {
      let parts = fromRight ? PythonText.splitRight(text, limit: limit) : PythonText.split(text, limit: limit)
      return parts.map { receiver.sameKind($0) }
    }
    if separator.isEmpty { throw .value(.emptySeparator) }
    let parts =
      fromRight
      ? PythonText.splitRight(text, on: separator, limit: limit)
      : PythonText.split(text, on: separator, limit: limit)
    return parts.map { receiver.sameKind($0) }
  }

  private func partitioned(
    _ name: String, _ receiver: Value, _ text: String, _ arguments: Arguments
  ) throws(Fault) -> Value {
    let separator = try arguments.bound(to: ["sep"], required: 1, positionalOnly: true).text(0, default: "")
    if separator.isEmpty { throw .value(.emptySeparator) }
    let fromRight = name == "rpartition"
    let parts =
      fromRight
      ? PythonText.splitRight(text, on: separator, limit: 1) : PythonText.split(text, on: separator, limit: 1)
    let three =
      parts.count == 2 ? [parts[0], separator, parts[1]] : fromRight ? ["", "", text] : [text, "", ""]
    return .tuple(three.map { receiver.sameKind($0) })
  }

  /// `separator.join(list)`: every item must be text.
  private mutating func joined(_ receiver: Value, _ separator: String, _ list: Value) throws(Fault) -> Value {
    var result = ""
    for (index, item) in try items(of: list).enumerated() {
      if index > 0 { result += separator }
      if receiver.isMarkup {
        result += item.escapedText(try string(of: item))
      } else {
        if case .undefined(let undefined) = item.payload { throw .undefined(undefined) }
        guard let text = item.text else {
          throw .arguments("join", .wrongType("iterable", expected: .text, found: item.typeName))
        }
        result += text
      }
      try allow(textOf: result.utf8.count)
    }
    return receiver.sameKind(result)
  }

  private func found(_ name: String, _ text: String, _ arguments: Arguments) throws(Fault) -> Value {
    let bound = try arguments.bound(to: ["sub"], required: 1, positionalOnly: true)
    let bytes = Array(text.utf8)
    let needle = Array(try bound.text(0, default: "").utf8)
    if needle.isEmpty {
      let count = text.unicodeScalars.count
      return .int(name == "count" ? count + 1 : name == "rfind" ? count : 0)
    }
    if name == "count" { return .int(PythonText.matches(of: needle, in: bytes).count) }
    let offset =
      name == "rfind"
      ? lastMatch(of: needle, in: bytes) : PythonText.matches(of: needle, in: bytes, limit: 1).first
    guard let offset else {
      if name == "index" { throw .value(.substringNotFound) }
      return .int(-1)
    }
    return .int(PythonText.string(bytes[..<offset]).unicodeScalars.count)
  }

  private func lastMatch(of needle: [UInt8], in bytes: [UInt8]) -> Int? {
    PythonText.matches(of: needle.reversed(), in: bytes.reversed(), limit: 1).first
      .map { bytes.count - $0 - needle.count }
  }

  private mutating func padded(
    _ name: String, _ receiver: Value, _ text: String, _ arguments: Arguments
  ) throws(Fault) -> Value {
    let bound = try arguments.bound(
      to: name == "zfill" ? ["width"] : ["width", "fillchar"], required: 1, positionalOnly: true)
    let width = try bound.integer(0, default: 0)
    let fill = try bound.text(1, default: name == "zfill" ? "0" : " ")
    guard fill.unicodeScalars.count == 1 else { throw try bound.wrongType(1, .text) }
    try allow(textOf: max(width, 0))
    let space = width - text.unicodeScalars.count
    guard space > 0 else { return receiver }
    if name == "center" { return receiver.sameKind(PythonText.center(text, width: width, fill: fill)) }
    let padding = String(repeating: fill, count: space)
    if name == "ljust" { return receiver.sameKind(text + padding) }
    if name == "zfill", let sign = text.unicodeScalars.first, sign == "+" || sign == "-" {
      return receiver.sameKind(String(sign) + padding + String(text.unicodeScalars.dropFirst()))
    }
    return receiver.sameKind(padding + text)
  }
}
