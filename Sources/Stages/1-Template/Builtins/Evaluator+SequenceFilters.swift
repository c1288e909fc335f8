import AltoDiagnostics
import AltoSource

/// Filters over sequences.
extension Evaluator {
  mutating func computeSequence(
    _ filter: Filter, _ value: Value, _ arguments: Arguments, at span: Span
  ) throws(Fault) -> Value {
    switch filter {
    case .count, .length:
      try arguments.none()
      guard let count = try length(of: value) else { throw .misuse(.noLength, value.typeName) }
      return .int(count)
    case .list:
      try arguments.none()
      return .list(try items(of: value))
    case .first:
      try arguments.none()
      if case .generator(let number) = value.payload { return try taken(from: number, at: span) }
      return try items(of: value).first ?? Value(.undefined(Undefined(reason: .emptySequence, span: span)))
    case .last:
      try arguments.none()
      if case .generator = value.payload { throw .misuse(.notReversible, .generator) }
      return try items(of: value).last ?? Value(.undefined(Undefined(reason: .emptySequence, span: span)))
    case .reverse:
      try arguments.none()
      if let text = value.text { return value.sameKind(PythonText.reversed(text)) }
      let reversed = Array(try items(of: value).reversed())
      if case .generator = value.payload { return .list(reversed) }
      return generator(reversed)
    case .items:
      try arguments.none()
      throw .misuse(.notADict, value.typeName)
    case .join: return try joined(value, arguments)
    case .batch: return try batched(value, arguments)
    default: return try sliced(value, arguments)
    }
  }

  /// The next item of a generator.
  private mutating func taken(from number: Int, at span: Span) throws(Fault) -> Value {
    guard generators[number].next < generators[number].items.count else {
      return Value(.undefined(Undefined(reason: .emptySequence, span: span)))
    }
    generators[number].next += 1
    return generators[number].items[generators[number].next - 1]
  }

  private mutating func joined(_ value: Value, _ arguments: Arguments) throws(Fault) -> Value {
    let bound = try arguments.bound(to: ["d", "attribute"])
    let separator = try bound[0].map { (value) throws(Fault) in try string(of: value) } ?? ""
    let path = try bound.given(1).map { (value) throws(Fault) in try AttributePath(value) }
    var result = ""
    for (index, item) in try items(of: value).enumerated() {
      if index > 0 { result += separator }
      result += try string(of: path.map { (path) throws(Fault) in try follow(path, from: item) } ?? item)
      try allow(textOf: result.utf8.count)
    }
    return .string(result)
  }

  private mutating func batched(_ value: Value, _ arguments: Arguments) throws(Fault) -> Value {
    let bound = try arguments.bound(to: ["linecount", "fill_with"], required: 1)
    let size = try bound.integer(0, default: 1)
    var rows: [[Value]] = []
    var row: [Value] = []
    for item in try items(of: value) {
      if row.count == size {
        rows.append(row)
        row = []
      }
      row.append(item)
    }
    if !row.isEmpty {
      if let fill = bound.given(1), row.count < size {
        try allow(items: size)
        row += Array(repeating: fill, count: size - row.count)
      }
      rows.append(row)
    }
    return generator(rows.map { .list($0) })
  }

  private mutating func sliced(_ value: Value, _ arguments: Arguments) throws(Fault) -> Value {
    let bound = try arguments.bound(to: ["slices", "fill_with"], required: 1)
    let slices = try bound.integer(0, default: 1)
    let items = try items(of: value)
    if slices == 0 { throw .divisionByZero }
    try allow(items: max(0, slices))
    var rows: [Value] = []
    var start = 0
    for index in 0..<max(0, slices) {
      let isLonger = index < items.count % slices
      let end = start + items.count / slices + (isLonger ? 1 : 0)
      let fill = isLonger ? nil : bound.given(1)
      rows.append(.list(Array(items[start..<end]) + (fill.map { [$0] } ?? [])))
      start = end
    }
    return generator(rows)
  }
}

/// What `attribute=` of a filter names: keys and indices, from the outside in.
struct AttributePath {
  let parts: [Value]

  init(_ value: Value) throws(Fault) {
    switch value.payload {
    case .none: parts = []
    case .string(let text), .markup(let text):
      parts = PythonText.split(text, on: ".", limit: -1).map { part in
        let isNumber = !part.isEmpty && part.unicodeScalars.allSatisfy(PythonText.isDigit)
        let key: Value = isNumber ? Int(part).map { .int($0) } ?? .string(part) : .string(part)
        return key.marked(value.provenance)
      }
    case .undefined(let undefined): throw .undefined(undefined)
    case .bool, .int, .float, .late, .list, .tuple, .group, .dict, .view, .range, .path, .namespace,
      .generator, .loop,
      .function, .method, .matrix, .poison:
      parts = [value]
    }
  }

  /// The paths of `attribute="a,b"`.
  static func several(_ value: Value) throws(Fault) -> [AttributePath] {
    guard let text = value.text else { return [try AttributePath(value)] }
    var paths: [AttributePath] = []
    for part in PythonText.split(text, on: ",", limit: -1) {
      paths.append(try AttributePath(Value.string(part).marked(value.provenance)))
    }
    return paths
  }
}

extension Evaluator {
  /// The value that `path` leads to; `missing` takes the place of what is not there on the way.
  mutating func follow(
    _ path: AttributePath, from item: Value, missing: Value? = nil
  ) throws(Fault) -> Value {
    var value = item
    for part in path.parts {
      value = try self.item(part, of: value, at: filterSpan)
      if let missing, case .undefined = value.payload { value = missing }
    }
    return value
  }
}
