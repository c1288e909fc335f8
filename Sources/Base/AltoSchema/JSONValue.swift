/// A JSON document with the members of its objects in a fixed order.
package indirect enum JSONValue: Sendable {
  case bool(Bool)
  case integer(Int)
  case string(String)
  case array([JSONValue])
  case object([(name: String, value: JSONValue)])

  /// The document with an indent of two spaces and a line feed at the end.
  package func document() -> String {
    var text = ""
    write(to: &text, indent: "")
    return text + "\n"
  }

  private func write(to text: inout String, indent: String) {
    switch self {
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .string(let value): text += Self.quoted(value)
    case .array(let items):
      Self.write(items.map { ("", $0) }, between: "[", and: "]", to: &text, indent: indent)
    case .object(let members):
      let named = members.map { (Self.quoted($0.name) + ": ", $0.value) }
      Self.write(named, between: "{", and: "}", to: &text, indent: indent)
    }
  }

  private static func write(
    _ items: [(prefix: String, value: JSONValue)], between open: String, and close: String,
    to text: inout String, indent: String
  ) {
    guard !items.isEmpty else {
      text += open + close
      return
    }
    var separator = open + "\n"
    for item in items {
      text += separator + indent + "  " + item.prefix
      item.value.write(to: &text, indent: indent + "  ")
      separator = ",\n"
    }
    text += "\n" + indent + close
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\u{0}"..<" ":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral text: String) { self = .string(text) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(arrayLiteral items: JSONValue...) { self = .array(items) }
  package init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(members.map { (name: $0.0, value: $0.1) })
  }

  init(_ text: StaticString) { self = .string(text.text) }
}
