import AltoDiagnostics
import AltoSource

extension Evaluator {
  /// `input | filter(arguments)`.
  mutating func apply(
    _ filter: Builtin<Filter>, to input: ExpressionID, _ list: ArgumentList?, at span: Span, name: Span
  ) throws(Fault) -> Value {
    let value = evaluate(input)
    switch filter {
    case .unknown(let text):
      _ = list.map { $0.all.map { evaluate($0) } }
      report(unknownFilter(text, at: name))
      throw .poisoned
    case .known(let filter):
      let given = try list.map { (list) throws(Fault) in try arguments(list, for: filter.rawValue) }
      if value.isPoison { throw .poisoned }
      return try apply(filter, to: value, given ?? Arguments(filter.rawValue), at: span)
    }
  }

  /// Applies a filter to a value: references in it and in the arguments are filled in, and what comes out
  /// remembers the variables.
  mutating func apply(
    _ filter: Filter, to value: Value, _ arguments: Arguments, at span: Span
  ) throws(Fault) -> Value {
    if case .undefined(let undefined) = value.payload, !undefined.isLenient || filter == .items {
      switch filter {
      case .default, .d: break
      case .items: return generator([])
      case .abs, .attr, .batch, .capitalize, .center, .count, .dictsort, .e, .escape, .filesizeformat, .first,
        .float,
        .forceescape, .format, .groupby, .indent, .int, .join, .last, .length, .list, .lower, .map, .max,
        .min,
        .reject, .rejectattr, .replace, .reverse, .round, .safe, .select, .selectattr, .slice, .sort, .string,
        .striptags, .sum, .title, .tojson, .trim, .truncate, .unique, .upper, .urlencode, .wordcount,
        .wordwrap:
        throw .undefined(undefined)
      }
    }
    if filter == .items, case .dict(let map) = value.payload {
      try arguments.none()
      return generator(map.pairs).marked(value.provenance)
    }
    let value = try resolved(value)
    var provenance = deepProvenance(of: value)
    let arguments = try resolved(arguments, into: &provenance)
    return try marking(provenance) { (evaluator) throws(Fault) in
      try evaluator.compute(filter, value, arguments, at: span)
    }
  }

  private mutating func compute(
    _ filter: Filter, _ value: Value, _ arguments: Arguments, at span: Span
  ) throws(Fault) -> Value {
    switch filter {
    case .abs, .filesizeformat, .float, .int, .round: return try computeNumber(filter, value, arguments)
    case .capitalize, .center, .e, .escape, .forceescape, .format, .indent, .lower, .replace, .safe, .string,
      .striptags, .title, .tojson, .trim, .truncate, .upper, .urlencode, .wordcount, .wordwrap:
      return try computeText(filter, value, arguments)
    case .batch, .count, .first, .items, .join, .last, .length, .list, .reverse, .slice:
      return try computeSequence(filter, value, arguments, at: span)
    case .dictsort, .groupby, .max, .min, .sort, .sum, .unique:
      return try computeOrder(filter, value, arguments, at: span)
    case .map, .reject, .rejectattr, .select, .selectattr:
      return try computeChoice(filter, value, arguments, at: span)
    case .default, .d:
      let bound = try arguments.bound(to: ["default_value", "boolean"])
      let usesBoolean = try bound[1].map { (flag) throws(Fault) in try truth(of: flag) } ?? false
      var isMissing = false
      if case .undefined = value.payload {
        isMissing = true
      } else if usesBoolean {
        isMissing = try !truth(of: value)
      }
      return isMissing ? bound[0] ?? .string("") : value
    case .attr:
      let name = try arguments.bound(to: ["name"], required: 1).text(0, default: "")
      if case .dict = value.payload, !Method.exists(name, on: .dict) {
        return Value(.undefined(Undefined(reason: .attribute(name, of: TypeName.dict), span: span)))
      }
      return try attribute(name, of: value, at: span)
    }
  }

  // MARK: Numbers

  private mutating func computeNumber(
    _ filter: Filter, _ value: Value, _ arguments: Arguments
  ) throws(Fault) -> Value {
    if case .undefined(let undefined) = value.payload { throw .undefined(undefined) }
    switch filter {
    case .abs:
      try arguments.none()
      if let number = value.integer {
        guard number != .min else { throw .overflow }
        return .int(abs(number))
      }
      guard let number = value.number else { throw .misuse(.notANumber, value.typeName) }
      return .float(number.magnitude)
    case .filesizeformat: return try fileSize(value, arguments)
    case .float:
      let bound = try arguments.bound(to: ["default"])
      let number = value.number ?? value.text.flatMap { FloatText.parse($0) }
      return number.map { .float($0) } ?? bound[0] ?? .float(0)
    case .int:
      let bound = try arguments.bound(to: ["default", "base"])
      return try integer(of: value, base: bound.integer(1, default: 10)) ?? bound[0] ?? .int(0)
    default: return try rounded(value, arguments)
    }
  }

  /// The filter `int`; nil where it gives its default.
  private func integer(of value: Value, base: Int) throws(Fault) -> Value? {
    if let number = value.integer { return .int(number) }
    if case .float(let number) = value.payload {
      return number.isNaN ? nil : .int(try Arithmetic.truncated(number))
    }
    guard let text = value.text else { return nil }
    guard base == 0 || 2...36 ~= base else { return nil }
    if let digits = IntegerText(text, base: base) {
      guard let number = digits.value else { throw .overflow }
      return .int(number)
    }
    guard let number = FloatText.parse(text), number.isFinite else { return nil }
    return .int(try Arithmetic.truncated(number))
  }

  private func rounded(_ value: Value, _ arguments: Arguments) throws(Fault) -> Value {
    let bound = try arguments.bound(to: ["precision", "method"])
    let places = try bound.integer(0, default: 0)
    let method = try bound.text(1, default: "common")
    guard let number = value.number else { throw .misuse(.notANumber, value.typeName) }
    switch method {
    case "common":
      if let whole = value.integer { return .int(try Arithmetic.round(whole, places: places)) }
      return .float(number.isFinite ? Arithmetic.round(number, places: places) : number)
    case "ceil", "floor":
      guard number.isFinite else { throw .value(.notFinite) }
      guard let unit = try Arithmetic.apply(.power, .int(10), .int(places))?.number else { return value }
      let whole = (number * unit).rounded(method == "ceil" ? .up : .down)
      // Python's whole numbers have no negative zero.
      return .float((whole == 0 ? 0 : whole) / unit)
    default: throw arguments.problem(.wrongValue("method", allowed: ["common", "ceil", "floor"]))
    }
  }

  private mutating func fileSize(_ value: Value, _ arguments: Arguments) throws(Fault) -> Value {
    let bound = try arguments.bound(to: ["binary"])
    let isBinary = try bound[0].map { (flag) throws(Fault) in try truth(of: flag) } ?? false
    guard let bytes = value.number ?? value.text.flatMap({ FloatText.parse($0) }) else {
      throw value.text == nil ? .misuse(.notANumber, value.typeName) : .value(.notANumber)
    }
    let base: Double = isBinary ? 1024 : 1000
    if bytes == 1 { return .string("1 Byte") }
    if bytes < base { return .string("\(try Arithmetic.truncated(bytes)) Bytes") }
    guard bytes.isFinite else { return .string((bytes.isNaN ? "nan" : "inf") + (isBinary ? " YiB" : " YB")) }
    var unit = base
    var prefix = ""
    for letter in ["k", "M", "G", "T", "P", "E", "Z", "Y"] {
      unit *= base
      prefix = letter
      if bytes < unit { break }
    }
    let number = FloatText.formatted(base * bytes / unit, type: .fixed, precision: 1)
    return .string(number + " " + (isBinary ? prefix.uppercased() + "iB" : prefix + "B"))
  }
}

/// An integer as Python's `int(text, base)` reads it.
struct IntegerText {
  /// Nil when it has more than 64 bits.
  let value: Int?

  /// Nil when the text is no integer.
  init?(_ text: String, base: Int) {
    var bytes = Array(PythonText.strip(text).utf8)[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
    var radix = base
    let prefixes: [UInt8: Int] = [UInt8(ascii: "x"): 16, UInt8(ascii: "o"): 8, UInt8(ascii: "b"): 2]
    if bytes.first == UInt8(ascii: "0"), let letter = bytes.dropFirst().first,
      let known = prefixes[letter | 0x20],
      base == 0 || base == known
    {
      radix = known
      bytes = bytes.dropFirst(2)
      if bytes.first == UInt8(ascii: "_") { bytes = bytes.dropFirst() }
    } else if base == 0 {
      // Without a base a leading zero is allowed for zero alone.
      radix = 10
      let rest = bytes.drop { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: "_") }
      if bytes.first == UInt8(ascii: "0"), !rest.isEmpty { return nil }
    }
    guard let digits = IntegerText.digits(bytes, radix: radix) else { return nil }
    value = Int((isNegative ? "-" : "") + digits, radix: radix)
  }

  /// The digits without the underscores between them; nil when anything else is among them.
  private static func digits(_ bytes: ArraySlice<UInt8>, radix: Int) -> String? {
    var result = ""
    var isAfterDigit = false
    for byte in bytes {
      if byte == UInt8(ascii: "_") {
        guard isAfterDigit else { return nil }
        isAfterDigit = false
        continue
      }
      let character = Character(Unicode.Scalar(byte))
      guard byte < 0x80, Int(String(character), radix: radix) != nil else { return nil }
      result.append(character)
      isAfterDigit = true
    }
    return isAfterDigit ? result : nil
  }
}
