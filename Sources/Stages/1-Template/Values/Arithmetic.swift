import AltoDiagnostics
#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Python's arithmetic on integers of 64 bits and on floats.
enum Arithmetic {
  /// Nil when an operand is no number.
  static func apply(_ operation: BinaryOperator, _ left: Value, _ right: Value) throws(Fault) -> Value? {
    if let first = left.integer, let second = right.integer { return try integers(operation, first, second) }
    guard let first = left.number, let second = right.number else { return nil }
    return .float(try floats(operation, first, second))
  }

  private static func integers(_ operation: BinaryOperator, _ left: Int, _ right: Int) throws(Fault) -> Value
  {
    switch operation {
    case .add: return .int(try checked(left.addingReportingOverflow(right)))
    case .subtract: return .int(try checked(left.subtractingReportingOverflow(right)))
    case .multiply: return .int(try checked(left.multipliedReportingOverflow(by: right)))
    case .divide:
      if right == 0 { throw .divisionByZero }
      return .float(quotient(left, right))
    case .floorDivide: return .int(try floorDivided(left, right).quotient)
    case .modulo: return .int(try floorDivided(left, right).remainder)
    case .power: return try power(left, right)
    }
  }

  static func checked(_ result: (partialValue: Int, overflow: Bool)) throws(Fault) -> Int {
    if result.overflow { throw .overflow }
    return result.partialValue
  }

  /// Rounds down; the remainder has the sign of the divisor.
  static func floorDivided(_ left: Int, _ right: Int) throws(Fault) -> (quotient: Int, remainder: Int) {
    if right == 0 { throw .divisionByZero }
    if right == -1 { return (try checked((0).subtractingReportingOverflow(left)), 0) }
    let (quotient, remainder) = left.quotientAndRemainder(dividingBy: right)
    return remainder != 0 && (remainder < 0) != (right < 0)
      ? (quotient - 1, remainder + right) : (quotient, remainder)
  }

  /// The nearest float to the exact quotient, also where the integers themselves do not fit into floats.
  private static func quotient(_ left: Int, _ right: Int) -> Double {
    let exact: UInt = 1 << 53
    if left.magnitude <= exact, right.magnitude <= exact { return Double(left) / Double(right) }
    // 64 more bits than needed, and the last one says whether anything is left: no rounding happens twice.
    let (quotient, remainder) = (UInt128(left.magnitude) << 64).quotientAndRemainder(
      dividingBy: UInt128(right.magnitude))
    let rounded = Double(quotient | (remainder > 0 ? 1 : 0)) * 0x1p-64
    return (left < 0) != (right < 0) ? -rounded : rounded
  }

  private static func power(_ base: Int, _ exponent: Int) throws(Fault) -> Value {
    if exponent < 0 {
      if base == 0 { throw .divisionByZero }
      return .float(pow(Double(base), Double(exponent)))
    }
    if base == 0 || base == 1 { return .int(exponent == 0 ? 1 : base) }
    if base == -1 { return .int(exponent % 2 == 0 ? 1 : -1) }
    guard exponent < 64 else { throw .overflow }
    var result = 1
    for _ in 0..<exponent { result = try checked(result.multipliedReportingOverflow(by: base)) }
    return .int(result)
  }

  private static func floats(_ operation: BinaryOperator, _ left: Double, _ right: Double) throws(Fault)
    -> Double
  {
    switch operation {
    case .add: return left + right
    case .subtract: return left - right
    case .multiply: return left * right
    case .divide:
      if right == 0 { throw .divisionByZero }
      return left / right
    case .floorDivide: return try floorDivided(left, right).quotient
    case .modulo: return try floorDivided(left, right).remainder
    case .power: return try power(left, right)
    }
  }

  private static func power(_ base: Double, _ exponent: Double) throws(Fault) -> Double {
    if base == 0, exponent < 0 { throw .divisionByZero }
    let result = pow(base, exponent)
    // A root of a negative number is complex in Python; a finite power that is infinite is an error there.
    if result.isNaN, !base.isNaN, !exponent.isNaN { throw .value(.notANumber) }
    if result.isInfinite, base.isFinite, exponent.isFinite { throw .overflow }
    return result
  }

  private static func floorDivided(
    _ left: Double, _ right: Double
  ) throws(Fault) -> (quotient: Double, remainder: Double) {
    if right == 0 { throw .divisionByZero }
    var remainder = left.truncatingRemainder(dividingBy: right)
    var quotient = (left - remainder) / right
    if remainder != 0 {
      if (right < 0) != (remainder < 0) {
        remainder += right
        quotient -= 1
      }
    } else {
      remainder = right.sign == .minus ? -0.0 : 0.0
    }
    guard quotient != 0 else { return ((left / right).sign == .minus ? -0.0 : 0.0, remainder) }
    var floor = quotient.rounded(.down)
    if quotient - floor > 0.5 { floor += 1 }
    return (floor, remainder)
  }

  /// Python's `round(value, places)`: to even, on the exact decimal value. `value` is finite.
  static func round(_ value: Double, places: Int) -> Double {
    if places > 400 { return value }
    var expansion = DecimalExpansion(value)
    expansion.round(toPlaces: max(places, -400))
    let text = expansion.fixed(places: max(0, places))
    let magnitude = Double(text) ?? value.magnitude
    return value.sign == .minus ? -magnitude : magnitude
  }

  /// Python's `round(value, places)` of an integer.
  static func round(_ value: Int, places: Int) throws(Fault) -> Int {
    guard places < 0 else { return value }
    guard places > -19 else { return 0 }
    var unit = 1
    for _ in 0..<(-places) { unit *= 10 }
    let (quotient, remainder) = try floorDivided(value, unit)
    let goesUp = remainder > unit - remainder || remainder == unit - remainder && quotient % 2 != 0
    return try checked((goesUp ? quotient + 1 : quotient).multipliedReportingOverflow(by: unit))
  }

  /// Python's `int(value)`.
  static func truncated(_ value: Double) throws(Fault) -> Int {
    guard value.isFinite else { throw .value(.notFinite) }
    guard let whole = Int(exactly: value.rounded(.towardZero)) else { throw .overflow }
    return whole
  }
}
