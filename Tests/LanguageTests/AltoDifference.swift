/// A file of Alto's package that altoc classifies in another way, on purpose.
struct AltoDifference {
  /// The end of the file's path.
  let path: String
  let kinds: Set<AltoCorpus.Kind>
  /// All errors of altoc; none where Alto alone refuses.
  let codes: Set<String>
  /// Words of Docs/differences.md.
  let reason: String

  private init(_ path: String, _ kinds: Set<AltoCorpus.Kind>, _ codes: Set<String>, _ reason: String) {
    self.path = path
    self.kinds = kinds
    self.codes = codes
    self.reason = reason
  }

  private static let both: Set<AltoCorpus.Kind> = [.shipped, .completed]

  static let all: [AltoDifference] =
    [
      AltoDifference("examples/ec2/matrix.yml", [.completed], [], "`{{ matrix.NAME }}`"),
      AltoDifference("examples/ec2/basic_project.yml", [.completed], [], "`type: project` of an entry point"),
      AltoDifference(
        "init/normal_ec2_script.yml", [.shipped], ["ALTO3070", "ALTO3080"],
        "a name under `env` that no shell could set, such as `...`"),
      AltoDifference(
        "init/normal_ec2_script.yml", [.completed], ["ALTO3080"],
        "a name under `env` that no shell could set, such as `...`"),
      // It mounts a file that its test makes.
      AltoDifference("integration/artifacts/alto.yml", [.shipped], ["ALTO3090"], missing),
    ] + misplaced + withoutRequirements

  private static let missing = "a `requirements` file or a mount that does not exist"

  /// `python_version` beside `infra`, where Alto never looks.
  private static let misplaced = [
    "bad_python_version_format", "python_major", "python_major_minor", "python_major_minor_patch",
  ].map {
    AltoDifference(
      "confs/\($0).yml", both, ["ALTO3002"], "keys that nobody reads: a typo, or a key in the wrong place")
  }

  /// The package has no requirements file beside any of them.
  private static let withoutRequirements =
    [
      "ec2/artifacts", "ec2/basic_script", "ec2/env_vars", "confs/bad_python_version_format",
      "confs/normal_conf",
      "confs/python_major", "confs/python_major_minor", "confs/python_major_minor_patch",
      "test_apply_error/alto",
    ].map { shippedWithoutRequirements($0) }
    + ["function", "script"].flatMap { folder in
      ["alto", "alto_docker", "alto_ssm", "alto_ssm_docker"].map {
        shippedWithoutRequirements("\(folder)/\($0)")
      }
    }

  private static func shippedWithoutRequirements(_ path: String) -> AltoDifference {
    AltoDifference(
      path + ".yml", [.shipped], ["ALTO3070"], missing)
  }

  /// The codes that say what Alto's message says; nil for a message that nobody has thought of.
  static func codes(for cause: String) -> Set<String>? {
    causes.first { cause.contains($0.part) }?.codes
  }

  private static let causes: [(part: String, codes: Set<String>)] = [
    ("could not find module", ["ALTO3053", "ALTO3054"]),
    ("could not find notebook", ["ALTO3057"]),
    ("could not parse `src`", ["ALTO3051"]),
    ("`cmd` value not properly formatted...should be `<notebook_path>`", ["ALTO3056"]),
    ("`cmd` value not properly formatted...should be <module_name>", ["ALTO3053"]),
    ("not found in", ["ALTO3003"]),
    ("is not the correct type", ["ALTO3004", "ALTO3005"]),
    ("Unsupported value `emr`", ["ALTO3020"]),
    ("Unsupported value", ["ALTO3006"]),
    // Alto's documents name the type `project`, its code has no class for it.
    ("TypeError: 'NoneType' object is not callable", ["ALTO3051"]),
    // What altoc refuses as well, for another reason: the requirements are not there.
    ("'matrix' is undefined", ["ALTO3070"]),
  ]
}
