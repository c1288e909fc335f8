/// One row of the table of places where a reference can stand.
struct HolePlace: Sendable, CustomStringConvertible {
  /// What happens there.
  enum Outcome: Sendable {
    /// It stays a reference: the variable need not be set, and the plan shows all of these.
    case kept([String])
    /// The variable, here X, is looked up now: with these values the plan shows these lines, without X there
    /// is the code, at the text.
    case filled([String: String], shows: [String], missing: String)
    /// Nothing of it is left, set or not.
    case dropped
    /// Refused with these findings, whatever the variables are.
    case refused([String], [String: String])
  }

  let description: String
  let text: String
  let outcome: Outcome
  /// Warnings and notes of the document that have nothing to do with the reference.
  let asides: [String]

  private init(_ description: String, _ sample: Sample, _ outcome: Outcome, asides: [String]) {
    self.description = description
    text = sample.text
    self.outcome = outcome
    self.asides = asides
  }

  static func kept(_ place: String, _ sample: Sample, _ shows: String..., asides: [String] = []) -> HolePlace
  {
    HolePlace(place, sample, .kept(shows), asides: asides)
  }

  static func filled(
    _ place: String, _ sample: Sample, _ value: String, _ shows: String...,
    missing: String = "ALTO3010 env('X')", asides: [String] = []
  ) -> HolePlace {
    HolePlace(place, sample, .filled(["X": value], shows: shows, missing: missing), asides: asides)
  }

  static func dropped(_ place: String, _ sample: Sample) -> HolePlace {
    HolePlace(place, sample, .dropped, asides: [])
  }

  static func refused(
    _ place: String, _ sample: Sample, _ findings: String..., with values: [String: String] = [:]
  ) -> HolePlace {
    HolePlace(place, sample, .refused(findings, values), asides: [])
  }
}
