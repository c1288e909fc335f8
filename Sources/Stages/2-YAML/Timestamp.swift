import ImageIR

/// A date or a moment as YAML 1.1 writes it: the parts, not yet checked against the calendar.
struct Timestamp {
  let year: Int
  let month: Int
  let day: Int
  let time: Time?

  struct Time {
    let hour: Int
    let minute: Int
    let second: Int
    let microsecond: Int
    let zone: Zone?
  }

  /// Minutes east of UTC.
  struct Zone {
    let minutes: Int
  }

  /// - Returns: nil when the text has another shape.
  init?(_ text: ArraySlice<UInt8>) {
    var rest = Matcher(text)
    guard let year = rest.takeNumber(4...4), rest.take("-"), let month = rest.takeNumber(1...2),
      rest.take("-"),
      let day = rest.takeNumber(1...2)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
    if rest.isAtEnd {
      time = nil
    } else {
      guard let time = Self.time(&rest), rest.isAtEnd else { return nil }
      self.time = time
    }
  }

  private static func time(_ rest: inout Matcher) -> Time? {
    guard rest.take(anyOf: "Tt") || rest.takeAll(where: isBlank) > 0 else { return nil }
    guard let hour = rest.takeNumber(1...2), rest.take(":"), let minute = rest.takeNumber(2...2),
      rest.take(":"),
      let second = rest.takeNumber(2...2)
    else { return nil }
    let microsecond = rest.take(".") ? fraction(&rest) : 0
    let blanks = rest.takeAll(where: isBlank)
    guard !rest.isAtEnd else {
      return blanks == 0
        ? Time(hour: hour, minute: minute, second: second, microsecond: microsecond, zone: nil) : nil
    }
    guard let zone = zone(&rest) else { return nil }
    return Time(hour: hour, minute: minute, second: second, microsecond: microsecond, zone: zone)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  /// The first six digits count.
  private static func fraction(_ rest: inout Matcher) -> Int {
    var digits = Matcher(rest.rest.prefix(while: isDigit))
    rest.takeAll(where: isDigit)
    var value = 0
    for _ in 0..<6 { value = value * 10 + (digits.takeNumber(1...1) ?? 0) }
    return value
  }

  private static func zone(_ rest: inout Matcher) -> Zone? {
    if rest.take("Z") { return Zone(minutes: 0) }
    let isWest = rest.rest.first == UInt8(ascii: "-")
    guard rest.take(anyOf: "+-"), let hours = rest.takeNumber(1...2) else { return nil }
    var minutes = hours * 60
    if rest.take(":") {
      guard let more = rest.takeNumber(2...2) else { return nil }
      minutes += more
    }
    return Zone(minutes: isWest ? -minutes : minutes)
  }
}

extension Timestamp {
  /// The value, or why the calendar has no such day or time.
  var value: Result<LateValue, ConstructionFailure> {
    guard 1...9999 ~= year, 1...12 ~= month, 1...Self.days(in: month, of: year) ~= day else {
      return .failure(ConstructionFailure(reason: "there is no such day"))
    }
    let date = LateValue.Date(year: year, month: month, day: day)
    guard let time else { return .success(.date(date)) }
    guard time.hour < 24, time.minute < 60, time.second < 60, abs(time.zone?.minutes ?? 0) < 24 * 60 else {
      return .failure(ConstructionFailure(reason: "there is no such time of day"))
    }
    return .success(
      .dateTime(
        LateValue.DateTime(
          date: date, hour: time.hour, minute: time.minute, second: time.second,
          microsecond: time.microsecond,
          offset: time.zone?.minutes)))
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
}

extension LateValue.DateTime {
  /// Microseconds since a fixed moment; of a time with a zone in UTC.
  var microseconds: Int {
    let minutes = (dayNumber * 24 + hour) * 60 + minute - (offset ?? 0)
    return (minutes * 60 + second) * 1_000_000 + microsecond
  }

  /// Days since 1 March of the year 0, in the Gregorian calendar.
  private var dayNumber: Int {
    let month = (date.month + 9) % 12
    let year = date.month > 2 ? date.year : date.year - 1
    return year * 365 + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + date.day
  }
}
