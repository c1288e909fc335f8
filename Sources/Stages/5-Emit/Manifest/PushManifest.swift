/// push-manifest.json: what will be built, pushed and run, and from what. Never a secret, never a host path.
struct PushManifest: Encodable {
  var schemaVersion = 1
  var generator: Generator
  var agent: String
  var project: String
  /// The name of the alto.yml.
  var file: String
  var image: Image
  var registry: Registry
  var authentication: Authentication
  var base: Base?
  var build: Build
  var runtime: Runtime
  var inputs: [Input]
  /// Names of the variables whose values are in the output.
  var earlyVariables: [String]
  /// For each file with a history the lines of alto.yml behind its lines.
  var lineMap: [String: [LineRange]]
  var outputs: [String]

  struct Generator: Encodable {
    var name = "altoc"
    var version: String
  }

  struct Image: Encodable {
    var repository: Repository
    var tags: [String]
    var platform: String
  }

  struct Repository: Encodable {
    /// Nil where the registry has no namespaces of users.
    var namespace: Namespace?
    var name: String
  }

  /// One of the three.
  struct Namespace: Encodable {
    var literal: String?
    /// The variable that holds the user name when something is pushed.
    var env: String?
    /// A user name composed of several.
    var pieces: [Piece]?
  }

  struct Registry: Encodable {
    var type: String
    /// How the host is found: a fixed one, or composed when the image is pushed.
    var host: String
    /// Where account and region come from; nil where there are none.
    var account: String?
    var region: String?
  }

  /// Names of variables, never values.
  struct Authentication: Encodable {
    var username: [String]
    var password: [String]
  }

  struct Base: Encodable {
    var reference: String
    var registry: String
    var repository: String
    var tag: String?
    var digest: String?
  }

  struct Build: Encodable {
    /// `generated` or `supplied`.
    var kind: String
    var dockerfile: String
    var context = "context"
    var secrets: [String]
    var steps: [Step]
  }

  struct Step: Encodable {
    var kind: String
    var source: LineSpan?
  }

  struct Runtime: Encodable {
    /// Nil when the user's Dockerfile decides, as `workingDirectory`.
    var command: [String]?
    var workingDirectory: String?
    var environment: [Variable]
    /// Variables that the command itself reads, and what they carry.
    var references: [Delivered]
    var artifacts: [String]
    var matrix: Matrix?
  }

  struct Variable: Encodable {
    var name: String
    var value: [Piece]
    var source: LineSpan
  }

  /// One of the three.
  struct Piece: Encodable {
    var literal: String?
    var env: String?
    var matrix: String?
  }

  struct Delivered: Encodable {
    var variable: String
    var value: Piece
  }

  struct Matrix: Encodable {
    var maxConcurrency: Int
    var dimensions: [Dimension]
  }

  struct Dimension: Encodable {
    var name: String
    var values: [String]
  }

  struct Input: Encodable {
    var path: String
    var sha256: String?
  }

  /// Lines of alto.yml, from 1, the last included.
  struct LineSpan: Encodable {
    var first: Int
    var last: Int
  }

  struct LineRange: Encodable {
    /// A line of the output, from 1.
    var line: Int
    var source: LineSpan
  }
}
