/// The image IR: all that has to be built, pushed and run for one agent, for any engine.
///
/// Plain values without a position in them but line numbers. Everything was checked; an emitter can only
/// write it down.
package struct ImagePlan: Hashable, Sendable {
  /// The agent's name as the file has it; also the name of its output folder.
  package var agent: String
  /// The base name of the project's folder.
  package var project: String
  /// The repository's last part in OCI's grammar: `demo-my-agent`.
  package var imageName: String
  package var platform: Platform
  package var registry: Registry
  package var build: Build
  package var runtime: Runtime
  /// The address of the engine from `image.server_url`.
  package var serverURL: String?
  /// Names of the variables whose values were used while compiling, sorted.
  package var earlyVariables: [String]
  /// The agent's own lines.
  package var origin: Origin

  package init(
    agent: String, project: String, imageName: String, platform: Platform, registry: Registry,
    build: Build, runtime: Runtime, serverURL: String?, earlyVariables: [String], origin: Origin
  ) {
    self.agent = agent
    self.project = project
    self.imageName = imageName
    self.platform = platform
    self.registry = registry
    self.build = build
    self.runtime = runtime
    self.serverURL = serverURL
    self.earlyVariables = earlyVariables
    self.origin = origin
  }
}

extension ImagePlan {
  /// Whether altoc writes the Dockerfile, so that literal variables are in the image.
  package var isGenerated: Bool {
    switch build {
    case .generated: true
    case .supplied: false
    }
  }

  /// The files that the engine gets.
  package var context: ContextPlan {
    switch build {
    case .generated(let build): build.context
    case .supplied(let build): build.context
    }
  }

  /// The variables that building needs as secrets: sorted, each once.
  package var buildSecrets: [String] {
    switch build {
    case .generated(let build): build.secrets
    case .supplied: []
    }
  }
}

/// The kind of machine the image is for.
package struct Platform: Hashable, Sendable, CustomStringConvertible {
  /// `linux`.
  package var os: String
  /// In Go's words: `amd64`, `arm64`.
  package var architecture: String

  package init(os: String, architecture: String) {
    self.os = os
    self.architecture = architecture
  }

  package var description: String { os + "/" + architecture }
}

/// Where the image goes and who may put it there.
package struct Registry: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case dockerhub
    case ecr
  }

  package var kind: Kind
  /// From `registry_creds.username`; nil when the push infers it or asks.
  package var username: LateText?
  /// The variable that holds the password, when `registry_creds.password` is a reference and nothing else.
  package var password: PasswordSource

  package enum PasswordSource: Hashable, Sendable {
    /// Nothing was given: inferred or asked for.
    case none
    /// A literal stands in alto.yml. It is not carried any further.
    case literal
    /// Composed of these references; literal text around them stays out, it is a part of a secret.
    case references([Reference])
  }

  package init(kind: Kind, username: LateText?, password: PasswordSource) {
    self.kind = kind
    self.username = username
    self.password = password
  }
}
