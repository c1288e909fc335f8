import AltoDiagnostics
import AltoSchema
import AltoSource
import YAML

extension Checker {
  /// `infra`; gives the instance type.
  mutating func infra(_ agent: Fields) -> String? {
    guard let entry = agent.entry(AgentKeys.infra),
      let fields = fields(of: entry.value, InfraKeys.section, home: entry.key)
    else { return nil }
    infraType(fields)
    let instanceType = instanceType(fields)
    amiImage(fields)
    pythonVersion(fields, hasImage: !agent.isAbsent(AgentKeys.image))
    let `protocol` = choice(fields, InfraKeys.protocol)?.value ?? "ssh"
    _ = text(fields, InfraKeys.instanceProfile)
    if let key = fields.keySpan(InfraKeys.instanceProfile), `protocol` == "ssh" {
      report(.instanceProfileUnused(at: key))
    }
    _ = texts(fields, InfraKeys.postBuildCmds)
    if let key = fields.keySpan(InfraKeys.postBuildCmds), !agent.isAbsent(AgentKeys.image) {
      report(.postBuildCommandsUnused(at: key))
    }
    return instanceType ?? InfraKeys.instanceType.standard
  }

  private mutating func infraType(_ fields: Fields) {
    guard let type = choice(fields, InfraKeys.type, aliases: ["emr"]) else { return }
    if type.value == "emr" { report(.emrNotSupported(at: type.span)) }
  }

  private mutating func instanceType(_ fields: Fields) -> String? {
    guard let type = text(fields, InfraKeys.instanceType) else { return nil }
    switch InstanceType.judge(type.value) {
    case .known: break
    case .unknown(let suggestion):
      report(.unknownInstanceType(type.value, suggestion: suggestion, at: type.span))
    case .malformed: report(.instanceTypeForm(type.value, at: type.span))
    }
    return type.value
  }

  private mutating func amiImage(_ fields: Fields) {
    guard let image = text(fields, InfraKeys.amiImage) else { return }
    let digits = image.value.dropFirst(4)
    let isRight =
      image.value.hasPrefix("ami-") && [8, 17].contains(digits.utf8.count)
      && digits.utf8.allSatisfy { ("0"..."9").contains($0) || ("a"..."f").contains($0) }
    if !isRight { report(.amiImageForm(image.value, at: image.span)) }
  }

  private mutating func pythonVersion(_ fields: Fields, hasImage: Bool) {
    guard let entry = fields.entry(InfraKeys.pythonVersion),
      let version = text(fields, InfraKeys.pythonVersion)
    else { return }
    let parts = version.value.split(separator: ".", omittingEmptySubsequences: false)
    let isRight = (1...3).contains(parts.count) && parts.allSatisfy { isNumber($0) }
    if !isRight {
      report(.pythonVersionForm(version.value, at: version.span))
    } else if hasImage {
      report(.pythonVersionIgnored(at: entry.key))
    } else if tree.type(of: entry.value.node) == .float, version.value.hasSuffix("0"), parts.count == 2 {
      report(
        .pythonVersionFloat(version.value, readAs: withoutTrailingZeros(version.value), at: version.span))
    }
  }

  private func isNumber(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { ("0"..."9").contains($0) }
  }

  /// The number as a float prints it: `3.10` is `3.1`, `3.0` stays.
  private func withoutTrailingZeros(_ text: String) -> String {
    var digits = Substring(text)
    while digits.hasSuffix("0"), !digits.hasSuffix(".0") { digits = digits.dropLast() }
    return String(digits)
  }
}

extension ClosedRange where Bound == Unicode.Scalar {
  /// Whether an ASCII byte lies in the range.
  func contains(_ byte: UInt8) -> Bool {
    contains(Unicode.Scalar(byte))
  }
}

extension Field {
  /// What counts without the key.
  var standard: String {
    switch key.presence {
    case .required: ""
    case .optional(let standard): standard.text
    }
  }
}
