extension JSONSchema {
  /// A text that holds a template.
  static let template: JSONValue = ["$ref": "#/$defs/template"]

  /// What may stand behind the key, with what an editor shows of it.
  static func property(_ key: Key) -> JSONValue {
    var result: Members = [("description", .string(description(of: key)))]
    switch key.presence {
    case .required: break
    case .optional(let standard):
      if !standard.text.isEmpty { result.append(("default", JSONValue(standard))) }
    }
    if key.isSecret { result.append(("writeOnly", true)) }
    return .object(result + shape(of: key))
  }

  /// The summary, and the details where there are any.
  package static func description(of key: Key) -> String {
    key.details.text.isEmpty ? key.summary.text : key.summary.text + " " + key.details.text
  }

  private static func shape(of key: Key) -> Members {
    switch key.shape {
    case .text, .path: text(key.pattern)
    case .textOrNumber: [("anyOf", [["type": "number", "minimum": 0], .object(text(key.pattern))])]
    case .choice(let words): choice(of: words, key.deprecatedWords)
    case .textList, .pathList: [("type", "array"), ("items", .object(text(key.pattern)))]
    case .section: subsection(of: key)
    case .variables: map(names: Pattern.variableName, to: variable)
    case .arguments: map(names: Pattern.identifier, to: true)
    case .matrix: matrix
    }
  }

  private static func subsection(of key: Key) -> Members {
    Schema.sections.first { $0.path.text == key.path.text }.map(section) ?? [("type", "object")]
  }

  /// Text that is not empty, of a form where there is one.
  private static func text(_ pattern: StaticString) -> Members {
    let filled: Members = [("type", "string"), ("pattern", JSONValue(Pattern.filled))]
    guard !pattern.text.isEmpty else { return filled }
    return filled + [("anyOf", [["pattern": JSONValue(pattern)], template])]
  }

  private static func choice(of words: [StaticString], _ deprecated: [StaticString]) -> Members {
    let known: JSONValue = ["enum": .array(words.map { JSONValue($0) })]
    let old = deprecated.map { word -> JSONValue in ["const": JSONValue(word), "deprecated": true] }
    return [("type", "string"), ("anyOf", .array([known] + old + [template]))]
  }

  /// The names of a mapping: of the form, or given by a template.
  static func names(_ pattern: StaticString) -> JSONValue {
    ["anyOf": [["pattern": JSONValue(pattern)], template]]
  }

  private static func map(names pattern: StaticString, to values: JSONValue) -> Members {
    [("type", "object"), ("propertyNames", names(pattern)), ("additionalProperties", values)]
  }

  /// The value of a variable: a scalar, and no null.
  private static let variable: JSONValue = [
    "type": ["string", "number", "boolean"],
    "anyOf": [["not": ["type": "string", "pattern": JSONValue(Pattern.unsayable)]], template],
  ]

  private static let matrix: Members = [
    ("type", "object"),
    ("propertyNames", names(Pattern.matrixName)),
    ("required", ["max_concurrency"]),
    (
      "properties",
      [
        "max_concurrency": [
          "description": "How many runs go on at once.",
          "anyOf": [["type": "integer", "minimum": 1], template],
        ]
      ]
    ),
    (
      "additionalProperties",
      ["type": "array", "minItems": 1, "items": ["type": ["string", "number", "boolean", "null"]]]
    ),
  ]
}
