/// A YAML value in a late place (`kwargs`, `params`): what PyYAML's SafeLoader would construct, with references in it.
package indirect enum LateValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// Decimal digits with an optional `-`: YAML integers of any size keep their digits.
  case integer(String)
  case float(Double)
  case string(LateText)
  /// A plain scalar that is one reference and nothing else: resolved by YAML 1.1's rules when it runs.
  case resolvedLate(Reference)
  case date(Date)
  case dateTime(DateTime)
  case bytes([UInt8])
  case list([LateValue])
  /// Keys in the order of the file.
  case map([Entry])
  case set([LateValue])
  /// `!!omap` and `!!pairs`: a list of pairs.
  case pairs([Entry])

  package struct Entry: Hashable, Sendable {
    package var key: LateValue
    package var value: LateValue

    package init(key: LateValue, value: LateValue) {
      self.key = key
      self.value = value
    }
  }

  package struct Date: Hashable, Sendable {
    package var year: Int
    package var month: Int
    package var day: Int

    package init(year: Int, month: Int, day: Int) {
      self.year = year
      self.month = month
      self.day = day
    }
  }

  package struct DateTime: Hashable, Sendable {
    package var date: Date
    package var hour: Int
    package var minute: Int
    package var second: Int
    package var microsecond: Int
    /// Minutes east of UTC; nil for a time without a zone.
    package var offset: Int?

    package init(
      date: Date, hour: Int, minute: Int, second: Int, microsecond: Int, offset: Int?
    ) {
      self.date = date
      self.hour = hour
      self.minute = minute
      self.second = second
      self.microsecond = microsecond
      self.offset = offset
    }
  }
}

extension LateValue {
  /// Every reference in it, in order, repeats included.
  package var references: [Reference] {
    switch self {
    case .null, .bool, .integer, .float, .date, .dateTime, .bytes: []
    case .string(let text): text.references
    case .resolvedLate(let reference): [reference]
    case .list(let items), .set(let items): items.flatMap(\.references)
    case .map(let entries), .pairs(let entries):
      entries.flatMap { $0.key.references + $0.value.references }
    }
  }
}

extension LateValue: CustomStringConvertible {
  /// The stable form of the dumps.
  package var description: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .integer(let digits): digits
    case .float(let value): "float \(value)"
    case .string(let text): text.description
    case .resolvedLate(let reference): "typed " + reference.description
    case .date(let date): "date \(date)"
    case .dateTime(let time): "time \(time)"
    case .bytes(let bytes): "bytes " + bytes.map { hex($0) }.joined()
    case .list(let items): "[" + items.map(\.description).joined(separator: ", ") + "]"
    case .set(let items): "set {" + items.map(\.description).joined(separator: ", ") + "}"
    case .map(let entries): "{" + entries.map(\.description).joined(separator: ", ") + "}"
    case .pairs(let entries): "pairs [" + entries.map(\.description).joined(separator: ", ") + "]"
    }
  }

  private func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}

extension LateValue.Entry: CustomStringConvertible {
  package var description: String { "\(key): \(value)" }
}

extension LateValue.Date: CustomStringConvertible {
  package var description: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
}

extension LateValue.DateTime: CustomStringConvertible {
  package var description: String {
    let time = "\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2)).\(padded(microsecond, 6))"
    return "\(date) \(time)" + (offset.map { " UTC\($0 < 0 ? "-" : "+")\(abs($0)) min" } ?? "")
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
