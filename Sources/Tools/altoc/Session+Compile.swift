import AltoDiagnostics
import AltoSource
import Driver
import ImageIR

extension Session {
  /// Compiles every file: writes the folders of its agents, or prints one stage.
  mutating func compile(_ settings: OutputSettings, printing stage: EmitStage?) -> ExitStatus {
    guard let files = analyse(writingTo: stage == nil ? settings.folder : nil), knowsAgents(files) else {
      return finish()
    }
    if let stage {
      printStage(stage, of: files, settings)
    } else {
      write(files, settings)
    }
    return finish()
  }

  private mutating func write(_ files: [Compilation], _ settings: OutputSettings) {
    let files = withoutCollisions(files, nested: settings.nested).filter { $0.analysis.config != nil }
    guard !files.isEmpty else { return }
    do throws(FileFailure) {
      let folder = try OutputFolder(settings.folder, projects: files.map(\.files.folder))
      var staging = ContextStaging()
      var written = 0
      for file in files {
        for plan in file.plans(of: input.agent, platform: settings.platform) {
          let output = try file.output(of: plan, tags: settings.tags, staging: &staging)
          let change = try folder.replace(
            settings.place(of: plan), with: AgentFolder(output), from: staging, force: settings.force)
          announce(change, settings.folder + "/" + settings.place(of: plan))
          written += 1
        }
        try removeStale(of: file, in: folder, settings)
      }
      if written == 0 { console.printError("nothing to write: no agent has an image") }
    } catch {
      fail(error)
    }
  }

  private func announce(_ change: OutputFolder.Change, _ path: String) {
    switch change {
    case .created, .replaced: console.printError("wrote \(path)\n  next: sh \(path)/build.sh")
    case .unchanged: console.printError("\(path) is up to date")
    }
  }

  /// Folders of this project whose agents are gone: named, or removed by `--prune`.
  private func removeStale(
    of file: Compilation, in folder: borrowing OutputFolder, _ settings: OutputSettings
  ) throws(FileFailure) {
    // With --agent the others are not gone, they were not asked for.
    guard input.agent.isEmpty else { return }
    let places = Set(file.plans(of: [], platform: nil).map { settings.place(of: $0) })
    for place in try folder.others(than: places, nested: settings.nested) {
      guard let owner = folder.manifest(of: place).flatMap(ManifestOwner.init), owner == file.owner else {
        continue
      }
      let path = settings.folder + "/" + place
      if settings.prune {
        try folder.remove(place, force: settings.force)
        console.printError("removed \(path)")
      } else {
        console.printError("note: \(path) is of an agent that is gone; --prune removes it")
      }
    }
  }

  /// Two files may not write to one folder: the later one is reported and left out.
  private mutating func withoutCollisions(_ files: [Compilation], nested: Bool) -> [Compilation] {
    let settings = OutputSettings(folder: "", nested: nested)
    var owners: [String: String] = [:]
    return files.filter { file in
      var found: [Diagnostic] = []
      for plan in file.plans(of: input.agent, platform: nil) {
        let place = settings.place(of: plan)
        if let other = owners[place] {
          found.append(.sameOutputFolder(place, other: other, at: file.span(of: plan)))
        } else {
          owners[place] = file.input.source.name
        }
      }
      report(found, of: file)
      return found.isEmpty
    }
  }
}
