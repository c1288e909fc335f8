package import AltoSource
package import ImageIR

/// What a clean check gives: every value typed, every default filled in, every file known to exist.
///
/// Can only be made in this module, so that the stages behind it need no error path.
package struct CheckedConfig: Sendable {
  package let source: SourceFile
  package let project: Project
  /// In the order of the file. Agents without `image` are among them.
  package let agents: [CheckedAgent]

  init(source: SourceFile, project: Project, agents: [CheckedAgent]) {
    self.source = source
    self.project = project
    self.agents = agents
  }
}

/// The folder of alto.yml.
package struct Project: Sendable {
  /// Its base name.
  package let name: String
  /// Its absolute path; never written to an artifact.
  package let folder: String
  /// What of it goes into an image: sorted by path, ignored files left out.
  package let entries: [ContextPlan.Entry]

  init(name: String, folder: String, entries: [ContextPlan.Entry]) {
    self.name = name
    self.folder = folder
    self.entries = entries
  }
}

package struct CheckedAgent: Sendable {
  package let name: Located<String>
  /// From the agent's name to the end of its value.
  package let span: Span
  /// The repository's last part in OCI's grammar.
  package let imageName: String
  package let instanceType: String
  /// Nil: nothing is compiled for this agent.
  package let image: CheckedImage?
  package let entrypoint: CheckedEntrypoint
  package let requirements: CheckedRequirements?
  package let environment: [CheckedVariable]
  package let mounts: [CheckedMount]
  /// Relative to the project's folder, without dots.
  package let artifacts: [Located<String>]
  package let matrix: CheckedMatrix?
  /// Variables whose values are in this configuration, sorted.
  package let earlyVariables: [String]
}

package struct CheckedImage: Sendable {
  package enum Source: Sendable {
    case base(Located<ImageReference>)
    /// The user's Dockerfile and the folder it stands in.
    case context(SuppliedContext)
  }

  package let source: Source
  package let buildCommands: [Located<LateText>]
  package let registry: Registry
  package let serverURL: String?

  /// Whether the files of the project go into the image.
  var needsProject: Bool { contextSpan == nil }

  /// The value of `image.context`, if the user's own Dockerfile is used.
  var contextSpan: Span? {
    switch source {
    case .base: nil
    case .context(let context): context.span
    }
  }
}

/// `image.context`.
package struct SuppliedContext: Sendable {
  /// Absolute path of the folder that is the context.
  package let folder: String
  /// The Dockerfile's path in it.
  package let dockerfile: String
  package let entries: [ContextPlan.Entry]
  package let span: Span
}

package struct CheckedEntrypoint: Sendable {
  package enum Kind: Sendable {
    case script(command: Located<LateText>)
    case function(module: String, function: String, arguments: [Command.Argument])
    /// Paths relative to `folder`.
    case jupyter(notebook: String, kernel: String, parameters: [Command.Argument])
  }

  package let kind: Kind
  /// `entrypoint.src` relative to the project, without dots; empty for the project itself.
  package let folder: String
  /// The value of `entrypoint`.
  package let span: Span
}

package struct CheckedRequirements: Sendable {
  /// Relative to the project.
  package let path: String
  /// Every file that pip will read, `path` among them: relative to the project, sorted.
  package let files: [String]
  /// Normalised names of the packages that are asked for.
  package let packages: [String]
  package let span: Span
}

package struct CheckedVariable: Sendable {
  package let name: Located<String>
  package let value: Located<LateText>
}

package struct CheckedMount: Sendable {
  package enum Place: Sendable {
    /// Keeps its place relative to the project.
    case relative
    /// A literal absolute path outside: goes to `/workspace/mounts/NAME`.
    case absolute
  }

  /// Absolute path on the host.
  package let source: String
  package let place: Place
  /// What it holds; one entry with an empty path when it is a file.
  package let entries: [ContextPlan.Entry]
  package let span: Span
}

package struct CheckedMatrix: Sendable {
  package let matrix: Runtime.Matrix
  package let span: Span
}
