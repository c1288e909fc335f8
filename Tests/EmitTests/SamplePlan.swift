import Emit
import ImageIR

/// An image plan with something of everything.
struct SamplePlan {
  var agent = "agent"
  var commands: [LateText] = []
  var packages: [String] = []
  var environment: [(name: String, value: String)] = [("PYTHONUNBUFFERED", "1")]
  var folder = "/workspace/demo"
  var command = Command.words(["python3", "main.py"])
  var registry = Registry(kind: .ecr, username: nil, password: .none)
  var runtime: [(name: String, value: LateText)] = []
  var references: [Reference] = []
  var openFolders = ["workspace/demo"]
  var serverURL: String?
  var supplied = false

  static let base = ImageReference(
    registry: "docker.io", repository: "library/python", tag: "3.10.8-slim-bullseye", digest: nil)

  private var steps: [Step] {
    var operations = commands.map { Operation.run($0) }
    if !packages.isEmpty { operations += [.requirePython(pip: true), .installPackages(packages)] }
    operations += environment.map { .environment(name: $0.name, value: $0.value) }
    operations += [
      .copyWorkspace, .workingDirectory(folder), .command(command),
      .labels([Label(name: "dev.altoc.agent", value: agent), Label(name: "dev.altoc.project", value: "demo")]
      ),
    ]
    return operations.enumerated().map { index, operation in
      Step(operation, origin: Origin(firstLine: index + 10, lastLine: index + 10))
    }
  }

  var plan: ImagePlan {
    let context = ContextPlan(trees: [], openFolders: openFolders)
    let origin = Origin(firstLine: 1, lastLine: 40)
    let build: Build =
      supplied
      ? .supplied(SuppliedBuild(dockerfile: "Dockerfile", context: context, origin: origin))
      : .generated(
        GeneratedBuild(
          base: Self.base, baseOrigin: Origin(firstLine: 5, lastLine: 5), steps: steps, context: context))
    return ImagePlan(
      agent: agent, project: "demo", imageName: "demo-agent",
      platform: Platform(os: "linux", architecture: "amd64"), registry: registry, build: build,
      runtime: Runtime(
        environment: runtime.map { Runtime.Variable(name: $0.name, value: $0.value, origin: origin) },
        references: references, workingDirectory: folder, artifacts: [], matrix: nil),
      serverURL: serverURL, earlyVariables: [], origin: origin)
  }

  /// The Dockerfile's text.
  var dockerfile: String { emitDockerfile(plan)?.text ?? "" }
}
