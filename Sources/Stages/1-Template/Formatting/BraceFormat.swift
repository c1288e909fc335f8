import AltoDiagnostics

/// `format.format(values)`.
extension Evaluator {
  mutating func braceFormat(_ owner: Value, _ format: String, _ arguments: Arguments) throws(Fault) -> Value {
    var formatter = BraceFormatter(arguments: arguments, isMarkup: owner.isMarkup)
    let text = try formatter.expand(Array(format.unicodeScalars), with: &self, depth: 2)
    return owner.sameKind(text)
  }
}

/// Runs one format string.
private struct BraceFormatter {
  let arguments: Arguments
  let isMarkup: Bool
  private var nextIndex = 0
  private var usesNumbers: Bool?

  init(arguments: Arguments, isMarkup: Bool) {
    self.arguments = arguments
    self.isMarkup = isMarkup
  }

  /// - Parameter depth: how deep fields may be nested. A specification can hold fields, those cannot.
  mutating func expand(
    _ format: [Unicode.Scalar], with evaluator: inout Evaluator, depth: Int
  ) throws(Fault) -> String {
    guard depth > 0 else { throw .value(.formatIncomplete) }
    var result = ""
    var offset = 0
    while offset < format.count {
      let scalar = format[offset]
      offset += 1
      guard scalar == "{" || scalar == "}" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      if offset < format.count, format[offset] == scalar {
        result.unicodeScalars.append(scalar)
        offset += 1
        continue
      }
      guard scalar == "{", let end = BraceFormatter.fieldEnd(format, offset) else {
        throw .value(.formatIncomplete)
      }
      result += try field(Array(format[offset..<end]), with: &evaluator, depth: depth)
      offset = end + 1
      try evaluator.allow(textOf: result.utf8.count)
    }
    return result
  }

  /// The brace that closes the field which starts at `start`.
  private static func fieldEnd(_ format: [Unicode.Scalar], _ start: Int) -> Int? {
    var depth = 1
    var isInBrackets = false
    for index in start..<format.count {
      switch format[index] {
      case "[" where depth == 1: isInBrackets = true
      case "]": isInBrackets = false
      case "{" where !isInBrackets: depth += 1
      case "}" where !isInBrackets:
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
    }
    return nil
  }

  /// `name!conversion:specification`.
  private mutating func field(
    _ field: [Unicode.Scalar], with evaluator: inout Evaluator, depth: Int
  ) throws(Fault) -> String {
    let nameEnd = BraceFormatter.nameEnd(field)
    let value = try lookUp(Array(field[..<nameEnd]), with: &evaluator)
    var rest = field[nameEnd...]
    var conversion: Unicode.Scalar?
    if rest.first == "!" {
      rest = rest.dropFirst()
      guard let letter = rest.popFirst(), rest.isEmpty || rest.first == ":" else {
        throw .value(.formatIncomplete)
      }
      conversion = letter
    }
    let specification = try expand(
      Array(rest.dropFirst()), with: &evaluator, depth: depth - 1 + (rest.isEmpty ? 1 : 0))
    return try convert(value, conversion, specification, with: &evaluator)
  }

  private static func nameEnd(_ field: [Unicode.Scalar]) -> Int {
    var isInBrackets = false
    for (index, scalar) in field.enumerated() {
      if scalar == "[" { isInBrackets = true }
      if scalar == "]" { isInBrackets = false }
      if !isInBrackets, scalar == "!" || scalar == ":" { return index }
    }
    return field.count
  }

  private mutating func lookUp(
    _ name: [Unicode.Scalar], with evaluator: inout Evaluator
  ) throws(Fault) -> Value {
    let firstEnd = name.firstIndex { $0 == "." || $0 == "[" } ?? name.count
    var value = try argument(BraceFormatter.text(name[..<firstEnd]))
    var rest = name[firstEnd...]
    while let mark = rest.popFirst() {
      guard mark == "." || mark == "[" else { throw .value(.formatIncomplete) }
      let part = rest.prefix { mark == "[" ? $0 != "]" : $0 != "." && $0 != "[" }
      rest = rest.dropFirst(part.count)
      if mark == "[" {
        guard rest.popFirst() == "]" else { throw .value(.formatIncomplete) }
        let text = BraceFormatter.text(part)
        let index: Value = Int(text).map { .int($0) } ?? .string(text)
        value = try evaluator.item(index, of: value, at: evaluator.filterSpan)
      } else {
        value = try evaluator.attribute(BraceFormatter.text(part), of: value, at: evaluator.filterSpan)
      }
      if case .undefined(let undefined) = value.payload { throw .undefined(undefined) }
    }
    return value
  }

  /// An argument by name, by number, or the next one; numbers and "the next one" do not mix.
  private mutating func argument(_ name: String) throws(Fault) -> Value {
    let isNumber = !name.isEmpty && name.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    guard name.isEmpty || isNumber else {
      guard let found = arguments.keywords.first(where: { $0.name == name }) else {
        throw .value(.formatNeedsMoreArguments)
      }
      return found.value
    }
    if usesNumbers ?? isNumber != isNumber { throw .value(.formatMixesArguments) }
    usesNumbers = isNumber
    let index = isNumber ? Int(name) ?? .max : nextIndex
    if !isNumber { nextIndex += 1 }
    guard arguments.positional.indices.contains(index) else { throw .value(.formatNeedsMoreArguments) }
    return arguments.positional[index]
  }

  private func convert(
    _ value: Value, _ conversion: Unicode.Scalar?, _ specification: String, with evaluator: inout Evaluator
  ) throws(Fault) -> String {
    if case .undefined(let undefined) = value.payload { throw .undefined(undefined) }
    let text: String
    switch conversion {
    case nil:
      text = try formatted(value, specification, with: &evaluator)
      return isMarkup ? value.escapedText(text) : text
    case "s": text = try evaluator.string(of: value)
    case "r": text = try evaluator.repr(value)
    case "a": text = try evaluator.repr(value, asciiOnly: true)
    case .some(let letter): throw .value(.formatUnknownType(String(letter)))
    }
    let result = try formatted(.string(text), specification, with: &evaluator)
    return isMarkup ? PythonText.htmlEscaped(result) : result
  }

  private func formatted(
    _ value: Value, _ text: String, with evaluator: inout Evaluator
  ) throws(Fault) -> String {
    if text.isEmpty { return try evaluator.string(of: value) }
    guard let specification = FormatSpecification(text) else { throw .value(.formatSpecification(text)) }
    try evaluator.allow(textOf: max(specification.width, specification.precision ?? 0))
    let result: String?
    switch value.payload {
    case .int(let number): result = specification.formatted(number)
    case .bool(let flag): result = specification.formatted(flag ? 1 : 0)
    case .float(let number): result = specification.formatted(number)
    case .string(let string): result = specification.formatted(text: string)
    // Other types take no specification in Python.
    case .none, .markup, .late, .list, .tuple, .group, .dict, .view, .range, .path, .namespace, .generator,
      .loop,
      .function, .method, .matrix, .undefined, .poison:
      result = nil
    }
    guard let result else { throw .value(.formatSpecification(text)) }
    return result
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    scalars.reduce(into: "") { $0.unicodeScalars.append($1) }
  }
}
