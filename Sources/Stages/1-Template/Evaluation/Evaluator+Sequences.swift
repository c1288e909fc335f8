import AltoDiagnostics
import AltoSource

/// Truth, length, items.
extension Evaluator {
  mutating func truth(of value: Value) throws(Fault) -> Bool {
    switch value.payload {
    case .none: false
    case .bool(let flag): flag
    case .int(let number): number != 0
    case .float(let number): number != 0
    case .string(let text), .markup(let text): !text.isEmpty
    case .late: try truth(of: resolved(value))
    case .list(let items), .tuple(let items), .group(let items): !items.isEmpty
    case .dict(let map), .view(_, let map): map.count > 0
    case .range(let range): range.count > 0
    case .path, .namespace, .generator, .loop, .function, .method: true
    case .matrix: throw .matrixWithoutName
    case .undefined(let undefined): try lenient(undefined, false)
    case .poison: throw .poisoned
    }
  }

  /// Python's `len()`; nil for what has none.
  mutating func length(of value: Value) throws(Fault) -> Int? {
    switch value.payload {
    case .string(let text), .markup(let text): text.unicodeScalars.count
    case .late: try length(of: resolved(value))
    case .list(let items), .tuple(let items), .group(let items): items.count
    case .dict(let map), .view(_, let map): map.count
    case .range(let range): range.count
    case .loop(let id): try loop(id).items.count
    case .undefined(let undefined): try lenient(undefined, 0)
    case .none, .bool, .int, .float, .path, .namespace, .generator, .function, .method: nil
    case .matrix: throw .matrixWithoutName
    case .poison: throw .poisoned
    }
  }

  /// Goes through a value as `for` does; a generator is empty afterwards. What the value as a whole was made
  /// from marks each of its items.
  mutating func items(of value: Value) throws(Fault) -> [Value] {
    let items = try unmarkedItems(of: value)
    try allow(items: items.count)
    return value.provenance.isEmpty ? items : items.map { $0.marked(value.provenance) }
  }

  private mutating func unmarkedItems(of value: Value) throws(Fault) -> [Value] {
    switch value.payload {
    case .list(let items), .tuple(let items), .group(let items): return items
    case .string(let text), .markup(let text):
      try allow(items: text.utf8.count)
      return text.unicodeScalars.map { .string(String($0)) }
    case .late: return try items(of: resolved(value))
    case .dict(let map), .view(.keys, let map): return map.keys
    case .view(.values, let map): return map.values
    case .view(.items, let map): return map.pairs
    case .range(let range):
      try allow(items: range.count)
      return (0..<range.count).map { .int(range[$0]) }
    case .generator(let number):
      let generator = generators[number]
      generators[number] = Generator(items: [])
      return Array(generator.items[generator.next...])
    case .undefined(let undefined):
      guard undefined.isLenient else { throw .undefined(undefined) }
      return []
    case .matrix: throw .matrixWithoutName
    case .poison: throw .poisoned
    case .none, .bool, .int, .float, .path, .namespace, .loop, .function, .method:
      throw .misuse(.notIterable, value.typeName)
    }
  }

  /// A sequence that can be gone through once.
  mutating func generator(_ items: [Value]) -> Value {
    generators.append(Generator(items: items))
    return Value(.generator(generators.count - 1)).holding(items)
  }

  /// What a missing `else` gives; anything else that is undefined fails.
  private func lenient<Result>(_ undefined: Undefined, _ result: Result) throws(Fault) -> Result {
    guard undefined.isLenient else { throw .undefined(undefined) }
    return result
  }

  /// Whether the value can be gone through.
  func isIterable(_ value: Value) throws(Fault) -> Bool {
    switch value.payload {
    case .list, .tuple, .group, .string, .markup, .late, .dict, .view, .range, .generator: true
    case .undefined(let undefined): try lenient(undefined, true)
    // A loop goes on with itself, as any iterator does.
    case .loop: true
    case .none, .bool, .int, .float, .path, .namespace, .function, .method, .matrix, .poison: false
    }
  }
}
