import AltoDiagnostics
import AltoSource

/// Filters that compare items with each other.
extension Evaluator {
  mutating func computeOrder(
    _ filter: Filter, _ value: Value, _ arguments: Arguments, at span: Span
  ) throws(Fault) -> Value {
    filterSpan = span
    switch filter {
    case .dictsort: return .list(try dictSorted(value, arguments))
    case .sort:
      let bound = try arguments.bound(to: ["reverse", "case_sensitive", "attribute"])
      let isCaseSensitive = try flag(bound[1]) ?? false
      let paths = try AttributePath.several(bound[2] ?? .none)
      let items = try items(of: value)
      var keys: [Value] = []
      for item in items {
        var parts: [Value] = []
        for path in paths { parts.append(folded(try follow(path, from: item), unless: isCaseSensitive)) }
        // Jinja compares lists of keys, even of one: equal items need no order.
        keys.append(.list(parts))
      }
      return .list(try sorted(items, by: keys, reversed: flag(bound[0]) ?? false))
    case .unique:
      let (items, keys) = try keyed(value, arguments.bound(to: ["case_sensitive", "attribute"]))
      var seen: Set<Key> = []
      var kept: [Value] = []
      for (item, key) in zip(items, keys) where seen.insert(try Key(key)).inserted { kept.append(item) }
      return generator(kept)
    case .min, .max:
      let (items, keys) = try keyed(value, arguments.bound(to: ["case_sensitive", "attribute"]))
      guard !items.isEmpty else { return Value(.undefined(Undefined(reason: .emptySequence, span: span))) }
      var best = 0
      for index in items.indices.dropFirst() {
        let isBetter =
          try filter == .min ? isLess(keys[index], keys[best]) : isLess(keys[best], keys[index], .greater)
        if isBetter { best = index }
      }
      return items[best]
    case .sum: return try summed(value, arguments)
    default: return .list(try grouped(value, arguments))
    }
  }

  /// The items, and what they are compared by.
  private mutating func keyed(
    _ value: Value, _ bound: BoundArguments
  ) throws(Fault) -> (items: [Value], keys: [Value]) {
    let isCaseSensitive = try flag(bound[0]) ?? false
    let path = try AttributePath(bound[1] ?? .none)
    let items = try items(of: value)
    var keys: [Value] = []
    for item in items { keys.append(folded(try follow(path, from: item), unless: isCaseSensitive)) }
    return (items, keys)
  }

  /// Text in lower case, unless case counts.
  private func folded(_ value: Value, unless isCaseSensitive: Bool) -> Value {
    guard !isCaseSensitive, let text = value.text else { return value }
    return .string(PythonText.lower(text))
  }

  private mutating func dictSorted(_ value: Value, _ arguments: Arguments) throws(Fault) -> [Value] {
    let bound = try arguments.bound(to: ["case_sensitive", "by", "reverse"])
    guard case .dict(let map) = value.payload else { throw .misuse(.notADict, value.typeName) }
    let by = try bound.text(1, default: "key")
    guard by == "key" || by == "value" else {
      throw arguments.problem(.wrongValue("by", allowed: ["key", "value"]))
    }
    let isCaseSensitive = try flag(bound[0]) ?? false
    let keys = (by == "key" ? map.keys : map.values).map { folded($0, unless: isCaseSensitive) }
    return try sorted(map.pairs, by: keys, reversed: flag(bound[2]) ?? false)
  }

  /// A stable sort by comparing keys; equal items keep their order in the reversed order too.
  private mutating func sorted(
    _ items: [Value], by keys: [Value], reversed: Bool
  ) throws(Fault) -> [Value] {
    var order = Array(items.indices)
    var width = 1
    while width < order.count {
      var merged: [Int] = []
      merged.reserveCapacity(order.count)
      for start in stride(from: 0, to: order.count, by: 2 * width) {
        let middle = min(start + width, order.count)
        let end = min(start + 2 * width, order.count)
        var left = start
        var right = middle
        while left < middle, right < end {
          let (first, second) = (keys[order[left]], keys[order[right]])
          let takesRight = try reversed ? isLess(first, second) : isLess(second, first)
          merged.append(takesRight ? order[right] : order[left])
          if takesRight { right += 1 } else { left += 1 }
        }
        merged += order[left..<middle] + order[right..<end]
      }
      order = merged
      width *= 2
    }
    return order.map { items[$0] }
  }

  private mutating func summed(_ value: Value, _ arguments: Arguments) throws(Fault) -> Value {
    let bound = try arguments.bound(to: ["attribute", "start"])
    var sum = bound[1] ?? .int(0)
    if sum.text != nil { throw .misuse(.notANumber, .text) }
    let path = try bound.given(0).map { (value) throws(Fault) in try AttributePath(value) }
    for item in try items(of: value) {
      let next = try path.map { (path) throws(Fault) in try follow(path, from: item) } ?? item
      sum = try apply(.add, sum, next)
    }
    return sum
  }

  private mutating func grouped(_ value: Value, _ arguments: Arguments) throws(Fault) -> [Value] {
    let bound = try arguments.bound(to: ["attribute", "default", "case_sensitive"], required: 1)
    let path = try AttributePath(bound[0] ?? .none)
    let isCaseSensitive = try flag(bound[2]) ?? false
    let items = try items(of: value)
    var names: [Value] = []
    var keys: [Value] = []
    for item in items {
      names.append(try follow(path, from: item, missing: bound.given(1)))
      keys.append(folded(names[names.count - 1], unless: isCaseSensitive))
    }
    var groups: [(name: Value, key: Value, items: [Value])] = []
    for place in try sorted(items.indices.map { .int($0) }, by: keys, reversed: false) {
      guard let index = place.integer else { continue }
      if let last = groups.last, try equal(last.key, keys[index]) {
        groups[groups.count - 1].items.append(items[index])
      } else {
        groups.append((names[index], keys[index], [items[index]]))
      }
    }
    return groups.map { Value(.group([$0.name, .list($0.items)])) }
  }
}
