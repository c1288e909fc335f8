import AltoDiagnostics

extension Evaluator {
  mutating func apply(_ sign: UnaryOperator, to operand: Value) throws(Fault) -> Value {
    let result: Value
    switch operand.payload {
    case .int, .bool:
      let number = operand.integer ?? 0
      if sign == .minus, number == .min { throw .overflow }
      result = .int(sign == .minus ? -number : number)
    case .float(let number): result = .float(sign == .minus ? -number : number)
    case .undefined(let undefined): throw .undefined(undefined)
    case .none, .string, .markup, .late, .list, .tuple, .group, .dict, .view, .range, .path, .namespace,
      .generator,
      .loop, .function, .method, .matrix, .poison:
      throw .misuse(.noSign, operand.typeName)
    }
    return result.marked(operand.provenance)
  }

  mutating func apply(_ operation: BinaryOperator, _ left: Value, _ right: Value) throws(Fault) -> Value {
    if operation == .add, let sum = try lateSum(left, right) { return sum }
    if let joined = try joinedItems(operation, left, right) { return joined }
    let left = try resolved(left)
    let right = try resolved(right)
    if case .undefined(let undefined) = left.payload { throw .undefined(undefined) }
    if case .undefined(let undefined) = right.payload { throw .undefined(undefined) }
    var provenance = deepProvenance(of: left)
    provenance.formUnion(deepProvenance(of: right))
    return try marking(provenance) { (evaluator) throws(Fault) in
      try evaluator.compute(operation, left, right)
    }
  }

  /// `+` of text, where one side has references: they stay open.
  private mutating func lateSum(_ left: Value, _ right: Value) throws(Fault) -> Value? {
    switch (left.payload, right.payload) {
    case (.late, .late), (.late, .string), (.string, .late): try concatenate([left, right])
    default: nil
    }
  }

  /// `+` of lists and `*` of a list: the items stay what they are.
  private mutating func joinedItems(
    _ operation: BinaryOperator, _ left: Value, _ right: Value
  ) throws(Fault) -> Value? {
    switch (operation, left.payload, right.payload) {
    case (.add, .list(let first), .list(let second)):
      try allow(items: first.count + second.count)
      return marked(.list(first + second), left, right)
    case (.add, .tuple(let first), .tuple(let second)), (.add, .group(let first), .tuple(let second)),
      (.add, .tuple(let first), .group(let second)), (.add, .group(let first), .group(let second)):
      try allow(items: first.count + second.count)
      return marked(.tuple(first + second), left, right)
    case (.multiply, .list(let items), .int), (.multiply, .list(let items), .bool):
      return marked(.list(try repeated(items, right.integer ?? 0)), left, right)
    case (.multiply, .int, .list(let items)), (.multiply, .bool, .list(let items)):
      return marked(.list(try repeated(items, left.integer ?? 0)), left, right)
    case (.multiply, .tuple(let items), .int), (.multiply, .tuple(let items), .bool):
      return marked(.tuple(try repeated(items, right.integer ?? 0)), left, right)
    case (.multiply, .int, .tuple(let items)), (.multiply, .bool, .tuple(let items)):
      return marked(.tuple(try repeated(items, left.integer ?? 0)), left, right)
    default: return nil
    }
  }

  private func marked(_ value: Value, _ left: Value, _ right: Value) -> Value {
    value.marked(left.provenance).marked(right.provenance)
  }

  private mutating func repeated(_ items: [Value], _ count: Int) throws(Fault) -> [Value] {
    let (total, overflow) = items.count.multipliedReportingOverflow(by: max(0, count))
    try allow(items: overflow ? .max : total)
    var result: [Value] = []
    result.reserveCapacity(total)
    for _ in 0..<max(0, items.isEmpty ? 0 : count) { result += items }
    return result
  }

  private mutating func compute(_ operation: BinaryOperator, _ left: Value, _ right: Value) throws(Fault)
    -> Value
  {
    switch operation {
    case .add:
      if let text = try sum(left, right) { return text }
    case .multiply:
      if left.text != nil, let count = right.integer { return try repeated(left, count) }
      if right.text != nil, let count = left.integer { return try repeated(right, count) }
    case .divide:
      if let path = path(left, right) { return path }
    case .modulo:
      if let format = left.text { return try percentFormat(left, format, right) }
    case .subtract, .floorDivide, .power: break
    }
    guard let result = try Arithmetic.apply(operation, left, right) else {
      throw .operands(operation.rawValue, left.typeName, right.typeName)
    }
    return result
  }

  /// Text and text; HTML escapes what is added to it.
  private mutating func sum(_ left: Value, _ right: Value) throws(Fault) -> Value? {
    guard let first = left.text, let second = right.text else { return nil }
    try allow(textOf: first.utf8.count + second.utf8.count)
    guard left.isMarkup || right.isMarkup else { return .string(first + second) }
    return Value(.markup(left.escapedText(first) + right.escapedText(second)))
  }

  private mutating func repeated(_ value: Value, _ count: Int) throws(Fault) -> Value {
    let text = value.text ?? ""
    let (size, overflow) = text.utf8.count.multipliedReportingOverflow(by: max(0, count))
    try allow(textOf: overflow ? .max : size)
    return value.sameKind(text.isEmpty ? "" : String(repeating: text, count: max(0, count)))
  }

  private func path(_ left: Value, _ right: Value) -> Value? {
    switch (left.payload, right.payload) {
    case (.path(let path), .path(let other)): Value(.path(path.joined(other)))
    case (.path(let path), .string(let text)), (.path(let path), .markup(let text)):
      Value(.path(path.joined(PosixPath(text))))
    case (.string(let text), .path(let path)), (.markup(let text), .path(let path)):
      Value(.path(PosixPath(text).joined(path)))
    default: nil
    }
  }
}

extension Value {
  var isMarkup: Bool {
    if case .markup = payload { return true }
    return false
  }

  /// The text as it stands in HTML.
  func escapedText(_ text: String) -> String {
    isMarkup ? text : PythonText.htmlEscaped(text)
  }
}
