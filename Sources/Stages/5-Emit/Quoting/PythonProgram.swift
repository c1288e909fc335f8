package import ImageIR

/// A small Python program: what it imports, what it prepares, and its expressions.
package struct PythonProgram {
  private var imports: Set<String> = []
  private var usesTyped = false
  /// What the program looks up in the environment.
  private var variables: Set<String> = []
  private var preparations: [String] = []
  private var statements: [String] = []

  package init() {}

  /// Lines with their ends; imports first, sorted.
  package var text: String {
    var lines = imports.sorted().map { "import " + $0 }
    if !variables.isEmpty { lines.append(checkOfVariables) }
    if usesTyped { lines.append(Self.typedFunction) }
    return (lines + preparations + statements).map { $0 + "\n" }.joined()
  }

  /// Names every variable that is not set, where a traceback would name the first.
  private var checkOfVariables: String {
    """
    missing = [name for name in [\(variables.sorted().map(pythonString).joined(separator: ", "))] if name not in os.environ]
    if missing:
        sys.exit('altoc: not set in this container: ' + ', '.join(missing))
    """
  }

  mutating func `import`(_ module: String) {
    imports.insert(module)
  }

  mutating func append(_ statement: String) {
    statements.append(statement)
  }

  /// A Python expression that gives what PyYAML would construct for the value.
  package mutating func expression(_ value: LateValue) -> String {
    translate(value).text
  }

  /// A string with its references looked up in the environment.
  mutating func expression(_ text: LateText) -> String {
    if let literal = text.literal { return pythonString(literal) }
    let parts = text.pieces.map { piece in
      switch piece {
      case .literal(let literal): pythonString(literal)
      case .reference(let reference): variable(reference)
      }
    }
    return parts.count == 1 ? parts.joined() : "(" + parts.joined(separator: " + ") + ")"
  }
}

extension PythonProgram {
  private struct Translation {
    var text: String
    /// How many brackets are nested in it.
    var depth: Int
  }

  /// Older Pythons stop at about 90 nested brackets, so deeper values go through variables.
  private static let maximumDepth = 20

  private mutating func translate(_ value: LateValue) -> Translation {
    switch value {
    case .null: Translation(text: "None", depth: 0)
    case .bool(let value): Translation(text: value ? "True" : "False", depth: 0)
    case .integer(let digits): Translation(text: pythonInteger(digits), depth: 0)
    case .float(let value): Translation(text: pythonFloat(value), depth: 0)
    case .string(let text): Translation(text: expression(text), depth: 0)
    case .resolvedLate(let reference): Translation(text: typed(reference), depth: 0)
    case .date(let date): Translation(text: expression(date), depth: 0)
    case .dateTime(let time): Translation(text: expression(time), depth: 0)
    case .bytes(let bytes): Translation(text: pythonBytes(bytes), depth: 0)
    case .list(let items): bracketed("[", items.map { translate($0) }, "]")
    case .set(let items):
      items.isEmpty
        ? Translation(text: "set()", depth: 0) : bracketed("{", items.map { translate($0) }, "}")
    case .map(let entries): bracketed("{", entries.map { entry($0, "", ": ", "") }, "}")
    case .pairs(let entries): bracketed("[", entries.map { entry($0, "(", ", ", ")") }, "]")
    }
  }

  private mutating func entry(
    _ entry: LateValue.Entry, _ start: String, _ middle: String, _ end: String
  ) -> Translation {
    let key = translate(entry.key)
    let value = translate(entry.value)
    return Translation(
      text: start + key.text + middle + value.text + end, depth: max(key.depth, value.depth) + 1)
  }

  private mutating func bracketed(_ start: String, _ items: [Translation], _ end: String) -> Translation {
    let text = start + items.map(\.text).joined(separator: ", ") + end
    let depth = (items.map(\.depth).max() ?? 0) + 1
    guard depth >= Self.maximumDepth else { return Translation(text: text, depth: depth) }
    let name = "_altoc_\(preparations.count + 1)"
    preparations.append("\(name) = \(text)")
    return Translation(text: name, depth: 0)
  }

  private mutating func variable(_ reference: Reference) -> String {
    imports.formUnion(["os", "sys"])
    variables.insert(reference.deliveredName)
    return "os.environ[\(pythonString(reference.deliveredName))]"
  }

  private mutating func typed(_ reference: Reference) -> String {
    imports.insert("re")
    usesTyped = true
    return "_altoc_typed(\(variable(reference)))"
  }

  private mutating func expression(_ date: LateValue.Date) -> String {
    imports.insert("datetime")
    return "datetime.date(\(date.year), \(date.month), \(date.day))"
  }

  private mutating func expression(_ time: LateValue.DateTime) -> String {
    imports.insert("datetime")
    let date = time.date
    var parts = [
      date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
    ].map(String.init)
    if let offset = time.offset {
      parts.append("datetime.timezone(datetime.timedelta(minutes=\(offset)))")
    }
    return "datetime.datetime(\(parts.joined(separator: ", ")))"
  }

  /// A plain scalar's value by the rules of YAML 1.1, as PyYAML has them; text that fits none stays text.
  private static let typedFunction = """
    def _altoc_typed(text):
        def is_like(pattern):
            return re.fullmatch(pattern, text)
        if is_like('|~|null|Null|NULL'):
            return None
        if is_like('yes|Yes|YES|true|True|TRUE|on|On|ON'):
            return True
        if is_like('no|No|NO|false|False|FALSE|off|Off|OFF'):
            return False
        sign = -1 if text[0] == '-' else 1
        digits = text.lower().replace('_', '').lstrip('+-')
        parts = digits.split(':')[::-1]
        try:
            if is_like('[-+]?(0b[01_]+|0x[0-9a-fA-F_]+|0[0-7_]*|[1-9][0-9_]*)'):
                base = {'0b': 2, '0x': 16}.get(digits[:2], 8 if digits[0] == '0' else 10)
                return sign * int(digits, base)
            if is_like('[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+'):
                return sign * sum(int(part) * 60 ** index for index, part in enumerate(parts))
            if is_like('[-+]?[.](inf|Inf|INF)|[.](nan|NaN|NAN)'):
                return sign * float(digits[1:])
            if is_like('([-+]?[0-9][0-9_]*[.][0-9_]*|[.][0-9][0-9_]*)([eE][-+][0-9]+)?'):
                return sign * float(digits)
            if is_like('[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+[.][0-9_]*'):
                return sign * sum(float(part) * 60 ** index for index, part in enumerate(parts))
        except ValueError:
            pass
        return text
    """
}
