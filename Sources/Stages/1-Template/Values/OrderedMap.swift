import AltoDiagnostics

/// A Python dict: keys in order of their insertion, found by hash.
struct OrderedMap: Sendable {
  private(set) var keys: [Value] = []
  private(set) var values: [Value] = []
  private var places: [Key: Int] = [:]

  var count: Int { keys.count }

  var pairs: [Value] {
    zip(keys, values).map { Value.tuple([$0, $1]) }
  }

  func value(for key: Key) -> Value? {
    places[key].map { values[$0] }
  }

  /// Sets a value; a key that is there already keeps its place and its own form.
  mutating func set(_ key: Value, _ value: Value) throws(Fault) {
    let hashed = try Key(key)
    if let place = places[hashed] {
      values[place] = value
    } else {
      places[hashed] = keys.count
      keys.append(key)
      values.append(value)
    }
  }
}

/// What makes two keys of a dict, or two items for `unique`, the same: `1`, `1.0` and `true` are.
enum Key: Hashable, Sendable {
  case none
  case integer(Int)
  case float(UInt64)
  case text([UInt8])
  indirect case tuple([Key])
  case path(String)
  case range(PythonRange)
  case identity(String)

  init(_ value: Value) throws(Fault) {
    switch value.payload {
    case .none: self = .none
    case .bool(let flag): self = .integer(flag ? 1 : 0)
    case .int(let number): self = .integer(number)
    case .float(let number):
      if let whole = Int(exactly: number) { self = .integer(whole) } else { self = .float(number.bitPattern) }
    case .string(let text), .markup(let text): self = .text(Array(text.utf8))
    case .tuple(let items), .group(let items):
      var keys: [Key] = []
      for item in items { keys.append(try Key(item)) }
      self = .tuple(keys)
    case .path(let path): self = .path(path.text)
    case .range(let range): self = .range(range)
    case .namespace(let number): self = .identity("namespace \(number)")
    case .generator(let number): self = .identity("generator \(number)")
    case .loop(let id): self = .identity("loop \(id.serial)")
    case .function(let function): self = .identity(function.rawValue)
    case .matrix: self = .identity("matrix")
    case .method, .list, .dict, .view: throw .misuse(.unhashable, value.typeName)
    case .undefined(let undefined): throw .undefined(undefined)
    case .late, .poison: throw .poisoned
    }
  }
}
