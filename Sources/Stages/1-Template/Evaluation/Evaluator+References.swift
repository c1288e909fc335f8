import AltoSource
import ImageIR

/// Early and late: what computes needs the value of a reference now, and its result remembers the variable.
extension Evaluator {
  /// The value with every reference in it replaced by the variable's value.
  mutating func resolved(_ value: Value) throws(Fault) -> Value {
    guard value.traits.contains(.late) else { return value }
    switch value.payload {
    case .late(let late): return try resolved(late, value.provenance)
    case .list(let items): return Value.list(try resolved(items)).marked(value.provenance)
    case .tuple(let items): return Value.tuple(try resolved(items)).marked(value.provenance)
    case .group(let items): return Value(.group(try resolved(items))).marked(value.provenance)
    case .dict(let map): return Value(.dict(try resolved(map))).marked(value.provenance)
    case .view(let kind, let map): return Value(.view(kind, try resolved(map))).marked(value.provenance)
    case .method(let receiver, let name):
      return Value(.method(try resolved(receiver), name)).marked(value.provenance)
    case .generator(let number):
      generators[number].items = try resolved(generators[number].items)
      return value
    case .none, .bool, .int, .float, .string, .markup, .range, .path, .namespace, .loop, .function, .matrix,
      .undefined, .poison:
      return value
    }
  }

  /// As `resolved`, for text alone: a list stays as it is, references in it too.
  mutating func resolvedText(_ value: Value) throws(Fault) -> Value {
    if case .late = value.payload { return try resolved(value) }
    return value
  }

  private mutating func resolved(_ items: [Value]) throws(Fault) -> [Value] {
    var result: [Value] = []
    for item in items { result.append(try resolved(item)) }
    return result
  }

  private mutating func resolved(_ map: OrderedMap) throws(Fault) -> OrderedMap {
    var result = OrderedMap()
    for (key, value) in zip(map.keys, map.values) { try result.set(key, try resolved(value)) }
    return result
  }

  private mutating func resolved(_ late: LateString, _ outer: Provenance) throws(Fault) -> Value {
    var text = ""
    var provenance = outer
    for piece in late.pieces {
      switch piece {
      case .text(let part, let from):
        text += part
        provenance.formUnion(from)
      case .reference(.environment(let name), let span):
        let value = try variable(name, at: span)
        text += value.text ?? ""
        provenance.formUnion(value.provenance)
      case .reference(.matrix(let name), let span): throw .matrixComputed(name, span)
      case .poison: throw .poisoned
      }
    }
    return Value.string(text).marked(provenance)
  }

  /// Runs what computes a value from others, and marks the result with what those were made from. Where that
  /// are variables, neither a failure nor a missing value tells their text.
  mutating func marking(
    _ provenance: Provenance, _ compute: (inout Evaluator) throws(Fault) -> Value
  ) throws(Fault) -> Value {
    if provenance.isEmpty { return try compute(&self) }
    do throws(Fault) {
      let result = try compute(&self)
      if case .undefined(let undefined) = result.payload, !provenance.variables.isEmpty {
        return Value(.undefined(undefined.redacted))
      }
      return result.marked(provenance)
    } catch {
      throw provenance.variables.isEmpty ? error : error.redacted
    }
  }

  /// What the value and everything in it was made from.
  func deepProvenance(of value: Value) -> Provenance {
    guard value.traits.contains(.marked) else { return .nothing }
    var result = value.provenance
    switch value.payload {
    case .list(let items), .tuple(let items), .group(let items):
      for item in items { result.formUnion(deepProvenance(of: item)) }
    case .dict(let map), .view(_, let map):
      for item in map.keys { result.formUnion(deepProvenance(of: item)) }
      for item in map.values { result.formUnion(deepProvenance(of: item)) }
    case .method(let receiver, _): result.formUnion(deepProvenance(of: receiver))
    case .late(let late):
      for case .text(_, let from) in late.pieces { result.formUnion(from) }
    case .generator(let number):
      for item in generators[number].items { result.formUnion(deepProvenance(of: item)) }
    case .none, .bool, .int, .float, .string, .markup, .range, .path, .namespace, .loop, .function, .matrix,
      .undefined, .poison:
      break
    }
    return result
  }
}
