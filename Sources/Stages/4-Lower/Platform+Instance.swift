package import ImageIR

extension Platform {
  /// The platform of an EC2 instance type such as `t4g.small`.
  ///
  /// In EC2's naming the letters behind the generation's number are attributes, and `g` among them says
  /// Graviton.
  package static func ofInstance(_ type: String) -> Platform {
    let family = type.prefix { $0 != "." }
    let generation = family.drop { !isDigit($0) }
    let attributes = generation.drop(while: isDigit).prefix { $0 != "-" }
    let isArm = family == "a1" || (!generation.isEmpty && attributes.contains("g"))
    return Platform(os: "linux", architecture: isArm ? "arm64" : "amd64")
  }

  private static func isDigit(_ character: Character) -> Bool { "0"..."9" ~= character }
}
