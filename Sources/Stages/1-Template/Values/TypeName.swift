import AltoDiagnostics

extension Value {
  /// What to call it in a message.
  var typeName: TypeName {
    switch payload {
    case .none: .none
    case .bool: .boolean
    case .int: .integer
    case .float: .float
    case .string, .markup, .late: .text
    case .list: .list
    case .tuple, .group: .tuple
    case .dict: .dict
    case .view(.keys, _): .keys
    case .view(.values, _): .values
    case .view(.items, _): .items
    case .range: .range
    case .path: .path
    case .namespace: .namespace
    case .generator: .generator
    case .loop: .loop
    case .function: .function
    case .method: .method
    case .matrix: .matrix
    case .undefined, .poison: .undefined
    }
  }
}
