import AltoDiagnostics

extension Evaluator {
  mutating func compare(_ left: Value, _ symbol: ComparisonOperator, _ right: Value) throws(Fault) -> Bool {
    switch symbol {
    case .equal: try equal(left, right)
    case .notEqual: try !equal(left, right)
    case .less: try isLess(left, right, symbol)
    case .greater: try isLess(right, left, symbol)
    case .lessOrEqual: try isLess(left, right, symbol, orEqual: true)
    case .greaterOrEqual: try isLess(right, left, symbol, orEqual: true)
    case .isIn: try contains(right, left)
    case .isNotIn: try !contains(right, left)
    }
  }

  // MARK: Equality

  mutating func equal(_ left: Value, _ right: Value) throws(Fault) -> Bool {
    if case .undefined(let undefined) = left.payload, !undefined.isLenient { throw .undefined(undefined) }
    if case .undefined(let undefined) = right.payload, !undefined.isLenient { throw .undefined(undefined) }
    try spend(1)
    switch (left.payload, right.payload) {
    case (.late, _), (_, .late): return try equal(resolved(left), resolved(right))
    case (.none, .none), (.matrix, .matrix), (.undefined, .undefined): return true
    case (.list(let first), .list(let second)): return try equal(first, second)
    case (.tuple(let first), .tuple(let second)), (.group(let first), .tuple(let second)),
      (.tuple(let first), .group(let second)), (.group(let first), .group(let second)):
      return try equal(first, second)
    case (.dict(let first), .dict(let second)): return try equal(first, second)
    case (.view(.keys, let first), .view(.keys, let second)):
      guard first.count == second.count else { return false }
      for key in first.keys where second.value(for: try Key(key)) == nil { return false }
      return true
    case (.range(let first), .range(let second)):
      return first.count == second.count
        && (first.count == 0
          || first.start == second.start && (first.count == 1 || first.step == second.step))
    case (.path(let first), .path(let second)): return first == second
    case (.namespace(let first), .namespace(let second)): return first == second
    case (.generator(let first), .generator(let second)): return first == second
    case (.loop(let first), .loop(let second)): return first == second
    case (.function(let first), .function(let second)): return first == second
    default: return equalScalars(left, right)
    }
  }

  /// Text by code points, never by Swift's canonical equivalence; numbers by value.
  private func equalScalars(_ left: Value, _ right: Value) -> Bool {
    if let first = left.text, let second = right.text { return first.utf8.elementsEqual(second.utf8) }
    if let first = left.integer {
      if let second = right.integer { return first == second }
      if let second = right.number { return Int(exactly: second) == first }
      return false
    }
    if let first = left.number {
      if let second = right.integer { return Int(exactly: first) == second }
      return first == right.number
    }
    return false
  }

  private mutating func equal(_ left: [Value], _ right: [Value]) throws(Fault) -> Bool {
    guard left.count == right.count else { return false }
    for (first, second) in zip(left, right) where try !equal(first, second) { return false }
    return true
  }

  private mutating func equal(_ left: OrderedMap, _ right: OrderedMap) throws(Fault) -> Bool {
    guard left.count == right.count else { return false }
    for (key, value) in zip(left.keys, left.values) {
      guard let other = right.value(for: try Key(key)), try equal(value, other) else { return false }
    }
    return true
  }

  // MARK: Order

  /// - Parameter symbol: what the template says, for the message.
  mutating func isLess(
    _ left: Value, _ right: Value, _ symbol: ComparisonOperator = .less, orEqual: Bool = false
  ) throws(Fault) -> Bool {
    if case .undefined(let undefined) = left.payload { throw .undefined(undefined) }
    if case .undefined(let undefined) = right.payload { throw .undefined(undefined) }
    try spend(1)
    if let first = left.text, let second = right.text {
      let isLess = first.utf8.lexicographicallyPrecedes(second.utf8)
      return isLess || orEqual && first.utf8.elementsEqual(second.utf8)
    }
    if let result = isLess(numbers: left, right, orEqual: orEqual) { return result }
    switch (left.payload, right.payload) {
    case (.list(let first), .list(let second)), (.tuple(let first), .tuple(let second)),
      (.group(let first), .group(let second)), (.tuple(let first), .group(let second)),
      (.group(let first), .tuple(let second)):
      for (one, other) in zip(first, second) where try !equal(one, other) {
        return try isLess(one, other, symbol, orEqual: orEqual)
      }
      return orEqual ? first.count <= second.count : first.count < second.count
    case (.path(let first), .path(let second)):
      let isLess = first.parts.lexicographicallyPrecedes(second.parts) {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
      return isLess || orEqual && first == second
    default:
      let isSwapped = symbol == .greater || symbol == .greaterOrEqual
      throw .operands(
        symbol.rawValue, isSwapped ? right.typeName : left.typeName,
        isSwapped ? left.typeName : right.typeName)
    }
  }

  /// Exact also between an integer and a float; nil when one is no number.
  private func isLess(numbers left: Value, _ right: Value, orEqual: Bool) -> Bool? {
    if let first = left.integer, let second = right.integer {
      return orEqual ? first <= second : first < second
    }
    guard let first = left.number, let second = right.number else { return nil }
    if first != second || left.integer == nil && right.integer == nil {
      return orEqual ? first <= second : first < second
    }
    // Equal as floats: the integer may have lost digits. Floats of that size are whole.
    if let exact = left.integer {
      guard let whole = Int(exactly: second) else { return true }
      return orEqual ? exact <= whole : exact < whole
    }
    guard let exact = right.integer, let whole = Int(exactly: first) else { return false }
    return orEqual ? whole <= exact : whole < exact
  }

  // MARK: Membership

  mutating func contains(_ container: Value, _ item: Value) throws(Fault) -> Bool {
    switch container.payload {
    case .string(let text), .markup(let text):
      if case .undefined(let undefined) = item.payload { throw .undefined(undefined) }
      guard let needle = item.text else { throw .operands("in", item.typeName, .text) }
      try spend(text.utf8.count / 16)
      return PythonText.contains(text, needle)
    case .late: return try contains(resolved(container), item)
    case .dict(let map), .view(.keys, let map): return map.value(for: try Key(item)) != nil
    case .range(let range):
      if case .undefined(let undefined) = item.payload { throw .undefined(undefined) }
      guard let number = item.number, let whole = Int(exactly: number) else { return false }
      let offset = whole.subtractingReportingOverflow(range.start)
      guard !offset.overflow, offset.partialValue % range.step == 0 else { return false }
      return (0..<range.count).contains(offset.partialValue / range.step)
    case .generator(let number): return try contains(generator: number, item)
    case .list, .tuple, .group, .view:
      for other in try items(of: container) where try equal(other, item) { return true }
      return false
    case .undefined(let undefined):
      guard undefined.isLenient else { throw .undefined(undefined) }
      return false
    case .none, .bool, .int, .float, .path, .namespace, .loop, .function, .method, .matrix, .poison:
      throw .misuse(.notIterable, container.typeName)
    }
  }

  /// Takes items up to the one that is found.
  private mutating func contains(generator number: Int, _ item: Value) throws(Fault) -> Bool {
    while generators[number].next < generators[number].items.count {
      let other = generators[number].items[generators[number].next]
      generators[number].next += 1
      if try equal(other, item) { return true }
    }
    return false
  }
}
