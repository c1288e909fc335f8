import AltoDiagnostics
import AltoSource
import ImageIR

/// `.name`, `[index]` and slices.
extension Evaluator {
  /// Jinja's `.name`: the attribute, else the item.
  mutating func attribute(_ name: String, of owner: Value, at span: Span) throws(Fault) -> Value {
    if let found = try member(name, of: owner, at: span) { return found.marked(owner.provenance) }
    if case .dict(let map) = owner.payload, let found = map.value(for: .text(Array(name.utf8))) {
      return found.marked(owner.provenance)
    }
    return Value(.undefined(Undefined(reason: .attribute(name, of: owner.typeName), span: span)))
  }

  /// Jinja's `[index]`: the item, else the attribute.
  mutating func item(_ index: Value, of owner: Value, at span: Span) throws(Fault) -> Value {
    if case .undefined(let undefined) = index.payload { throw .undefined(undefined) }
    if case .undefined(let undefined) = owner.payload { throw .undefined(undefined) }
    // A part of a variable's value is as secret as the whole.
    let owner = try resolvedText(owner)
    return try marking(deepProvenance(of: index)) { (evaluator) throws(Fault) in
      try evaluator.found(index, in: owner, at: span).marked(owner.provenance)
    }
  }

  private mutating func found(_ index: Value, in owner: Value, at span: Span) throws(Fault) -> Value {
    if let found = try subscripted(owner, index) { return found }
    if let name = index.text {
      // A name that was made from a variable would stand in the artifacts.
      if case .matrix = owner.payload, !index.provenance.variables.isEmpty { throw .matrixWithoutName }
      if let found = try member(name, of: owner, at: span) { return found }
    }
    let shown: String
    if let text = index.text { shown = text } else { shown = try repr(index) }
    return Value(.undefined(Undefined(reason: .item(shown, of: owner.typeName), span: span)))
  }

  private mutating func subscripted(_ owner: Value, _ index: Value) throws(Fault) -> Value? {
    switch owner.payload {
    case .dict(let map):
      switch index.payload {
      case .list, .dict, .view, .method: return nil
      case .none, .bool, .int, .float, .string, .markup, .late, .tuple, .group, .range, .path, .namespace,
        .generator,
        .loop, .function, .matrix, .undefined, .poison:
        return map.value(for: try Key(index))
      }
    case .list(let items), .tuple(let items), .group(let items):
      return place(index, count: items.count).map { items[$0] }
    case .range(let range): return place(index, count: range.count).map { .int(range[$0]) }
    case .string(let text), .markup(let text):
      guard index.integer != nil else { return nil }
      try spend(text.utf8.count / 16)
      let scalars = Array(text.unicodeScalars)
      return place(index, count: scalars.count).map { owner.sameKind(String(scalars[$0])) }
    case .none, .bool, .int, .float, .late, .view, .path, .namespace, .generator, .loop, .function, .method,
      .matrix, .undefined, .poison:
      return nil
    }
  }

  private func place(_ index: Value, count: Int) -> Int? {
    guard let index = index.integer else { return nil }
    let place = index < 0 ? index + count : index
    return (0..<count).contains(place) ? place : nil
  }

  /// An attribute that Python's types have; nil when there is none.
  private mutating func member(_ name: String, of owner: Value, at span: Span) throws(Fault) -> Value? {
    switch owner.payload {
    case .undefined(let undefined): throw .undefined(undefined)
    case .poison: throw .poisoned
    case .matrix: return Value(.late(LateString([.reference(.matrix(name), span)])))
    case .namespace(let number): return namespaces[number].value(for: .text(Array(name.utf8)))
    case .loop(let id): return try loopMember(name, of: id, at: span)
    case .path(let path):
      if let property = property(name, of: path) { return property }
    case .group(let items):
      if name == "grouper" { return items.first }
      if name == "list" { return items.last }
    case .range(let range):
      switch name {
      case "start": return .int(range.start)
      case "stop": return .int(range.stop)
      case "step": return .int(range.step)
      default: break
      }
    case .none, .bool, .int, .float, .string, .markup, .late, .list, .tuple, .dict, .view, .generator,
      .function,
      .method:
      break
    }
    return Method.exists(name, on: owner.typeName) ? Value(.method(owner, name)) : nil
  }

  private func property(_ name: String, of path: PosixPath) -> Value? {
    switch name {
    case "parent": Value(.path(path.parent))
    case "name": .string(path.name)
    case "stem": .string(path.stem)
    case "suffix": .string(path.suffix)
    case "suffixes": .list(path.suffixes.map { .string($0) })
    case "parts": .tuple(path.parts.map { .string($0) })
    case "root", "anchor": .string(path.root)
    default: nil
    }
  }

  private func loopMember(_ name: String, of id: LoopID, at span: Span) throws(Fault) -> Value? {
    let state = try loop(id)
    let index = state.index
    let count = state.items.count
    switch name {
    case "index": return .int(index + 1)
    case "index0": return .int(index)
    case "revindex": return .int(count - index)
    case "revindex0": return .int(count - index - 1)
    case "first": return .bool(index == 0)
    case "last": return .bool(index == count - 1)
    case "length": return .int(count)
    case "depth": return .int(1)
    case "depth0": return .int(0)
    case "previtem":
      return index > 0
        ? state.items[index - 1] : Value(.undefined(Undefined(reason: .noPreviousItem, span: span)))
    case "nextitem":
      return index + 1 < count
        ? state.items[index + 1] : Value(.undefined(Undefined(reason: .noNextItem, span: span)))
    case "cycle", "changed": return Value(.method(Value(.loop(id)), name))
    default: return nil
    }
  }

  // MARK: Slices

  mutating func slice(_ owner: ExpressionID, _ parts: [ExpressionID?], at span: Span) throws(Fault) -> Value {
    let owner = try resolvedText(value(owner))
    if case .undefined(let undefined) = owner.payload { throw .undefined(undefined) }
    var bounds: [Int?] = []
    var provenance = owner.provenance
    for part in parts {
      guard let part else {
        bounds.append(nil)
        continue
      }
      let bound = try resolved(value(part))
      provenance.formUnion(deepProvenance(of: bound))
      bounds.append(try sliceBound(bound))
    }
    guard let result = try sliced(owner, bounds) else {
      return Value(.undefined(Undefined(reason: .item(":", of: owner.typeName), span: span)))
    }
    return result.marked(provenance)
  }

  private func sliceBound(_ bound: Value) throws(Fault) -> Int? {
    if case .none = bound.payload { return nil }
    if case .undefined(let undefined) = bound.payload { throw .undefined(undefined) }
    guard let number = bound.integer else { throw .misuse(.notAnInteger, bound.typeName) }
    return number
  }

  /// Nil for what has no slices.
  private mutating func sliced(_ owner: Value, _ bounds: [Int?]) throws(Fault) -> Value? {
    let step = bounds[2] ?? 1
    guard let count = try length(of: owner) else { return nil }
    if step == 0 { throw .value(.stepOfZero) }
    let places = Evaluator.places(from: bounds[0], to: bounds[1], step: step, count: count)
    switch owner.payload {
    case .string(let text), .markup(let text):
      try spend(text.utf8.count / 16)
      let scalars = Array(text.unicodeScalars)
      var result = ""
      for place in places { result.unicodeScalars.append(scalars[place]) }
      return owner.sameKind(result)
    case .list(let items):
      try allow(items: places.count)
      return .list(places.map { items[$0] })
    case .tuple(let items), .group(let items):
      try allow(items: places.count)
      return .tuple(places.map { items[$0] })
    case .range(let range):
      let start = places.first.map { range[$0] } ?? range.start
      let stop = start.addingReportingOverflow(
        range.step.multipliedReportingOverflow(by: step * places.count).partialValue)
      guard let part = PythonRange(start: start, stop: stop.partialValue, step: range.step * step) else {
        throw .overflow
      }
      return Value(.range(part))
    case .none, .bool, .int, .float, .late, .dict, .view, .path, .namespace, .generator, .loop, .function,
      .method,
      .matrix, .undefined, .poison:
      return nil
    }
  }

  /// Python's rules for the bounds of a slice: negative ones count from the end, all are cut to the sequence.
  private static func places(from start: Int?, to stop: Int?, step: Int, count: Int) -> [Int] {
    func cut(_ bound: Int) -> Int {
      let place = bound < 0 ? max(bound, -count - 1) + count : bound
      return step > 0 ? min(max(place, 0), count) : min(max(place, -1), count - 1)
    }
    let first = start.map(cut) ?? (step > 0 ? 0 : count - 1)
    let last = stop.map(cut) ?? (step > 0 ? count : -1)
    let stride = step.magnitude > UInt(count) ? (step > 0 ? count + 1 : -count - 1) : step
    return Array(Swift.stride(from: first, to: last, by: stride))
  }
}
