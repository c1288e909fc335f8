import AltoSchema
import Driver
import Testing

/// Every key of alto.yml with right and wrong values.
@Suite struct KeyTableTests {
  /// A key without a row, or a row without its key.
  @Test func everyKeyHasItsRow() {
    #expect(KeyRow.all.map(\.path).sorted() == Schema.keys.map(\.path.text).sorted())
    for row in KeyRow.all {
      #expect(!row.right.isEmpty && !row.wrong.isEmpty, "\(row.path)")
    }
  }

  @Test(arguments: KeyRow.all)
  func rightValuesAreTaken(row: KeyRow) {
    for value in row.right {
      let outcome = Outcome(document(row.path, value))
      #expect(outcome.analysis.config != nil, "\(row.path): \(value) gives \(outcome.findings)")
    }
  }

  @Test(arguments: KeyRow.all)
  func wrongValuesAreRefusedAtTheirPlace(row: KeyRow) {
    for wrong in row.wrong {
      let outcome = Outcome(wrong.document ?? document(row.path, wrong.value))
      #expect(outcome.findings.contains(wrong.finding), "\(wrong.value) gives \(outcome.findings)")
    }
  }

  /// Null, an empty text, a value of another shape: the code, at the value.
  @Test(arguments: Schema.keys.map(\.path.text))
  func valuesOfAnotherShapeAreRefused(path: String) throws {
    let key = try #require(Schema.keys.first { $0.path.text == path })
    for (value, code) in Self.wrongShapes(of: key.shape) {
      let outcome = Outcome(document(path, value))
      #expect(outcome.findings.contains(code + " " + value), "\(path): \(value) gives \(outcome.findings)")
      #expect(outcome.analysis.config == nil)
    }
  }

  /// An example that the schema gives is a right one.
  @Test(arguments: Schema.keys.map(\.path.text))
  func theExampleOfTheKeyIsRight(path: String) throws {
    let key = try #require(Schema.keys.first { $0.path.text == path })
    // Files that the example names and the sample project has under other names.
    let example = ["entrypoint.cmd": "python3 main.py", "image.context": "image"][path] ?? key.example.text
    let outcome = Outcome(document(path, example))
    #expect(outcome.analysis.config != nil, "\(path): \(example) gives \(outcome.findings)")
  }

  private static func wrongShapes(of shape: Shape) -> [(value: String, code: String)] {
    let (empty, type) = ("ALTO3005", "ALTO3004")
    return switch shape {
    case .text, .choice, .path:
      [
        ("~", empty), ("''", empty), ("' '", empty), ("[a]", type), ("{a: b}", type), ("17", type),
        ("3.10", type), ("yes", type), ("2001-01-01", type),
      ]
    case .textOrNumber: [("~", empty), ("''", empty), ("[a]", type), ("{a: b}", type), ("yes", type)]
    case .textList, .pathList:
      [("~", empty), ("a", type), ("''", type), ("{a: b}", type), ("17", type)]
    case .section, .variables, .arguments, .matrix:
      [("~", empty), ("a", type), ("''", type), ("[a]", type), ("17", type)]
    }
  }

  /// An alto.yml with `value` behind the key `path` and no more than that needs around it.
  private func document(_ path: String, _ value: String) -> String {
    var sections: [String: [(name: String, value: String)]] = [
      "infra": [("type", "ec2")],
      "image": [("type", "docker"), ("base", "'a:1'"), ("registry", "dockerhub")],
      "entrypoint": [("type", "script"), ("cmd", "python3 main.py")],
    ]
    switch path {
    case "infra.instance_profile": sections["infra"]?.append(("protocol", "ssm"))
    case "image.context": sections["image"]?.removeAll { $0.name == "base" }
    case "entrypoint.kwargs": sections["entrypoint"] = [("type", "function"), ("cmd", "main.run")]
    case "entrypoint.kernel", "entrypoint.params":
      sections["entrypoint"] = [("type", "jupyter"), ("cmd", "notebook.ipynb")]
    case "image.registry_creds.username": sections["creds"] = [("password", "\"{{ env('P') }}\"")]
    case "image.registry_creds.password": sections["creds"] = [("username", "a")]
    default: break
    }
    var parts = path.split(separator: ".").map(String.init)
    let name = parts.removeLast()
    let home = parts.last == "registry_creds" ? "creds" : parts.last ?? ""
    if home.isEmpty { sections[name] = nil }
    sections[home, default: []].removeAll { $0.name == name }
    sections[home, default: []].append((name, value))
    if let creds = sections["creds"] { sections["image"]?.append(("registry_creds", flow(creds))) }
    var lines = ["worker:"]
    for section in ["infra", "image", "entrypoint"] {
      if let entries = sections[section] { lines.append("  \(section): \(flow(entries))") }
    }
    lines += (sections[""] ?? []).map { "  \($0.name): \($0.value)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private func flow(_ entries: [(name: String, value: String)]) -> String {
    "{" + entries.map { "\($0.name): \($0.value)" }.joined(separator: ", ") + "}"
  }
}
