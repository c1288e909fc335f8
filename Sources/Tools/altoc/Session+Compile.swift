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
    // Also the places of files with mistakes are not stale.
    let all = files
    let files = withoutCollisions(files, nested: settings.nested).filter { $0.analysis.config != nil }
    guard !files.isEmpty else { return }
    let places = Set(all.flatMap { $0.plans(of: [], platform: nil) }.map { settings.place(of: $0) })
    do throws(FileFailure) {
      let folder = try OutputFolder(settings.folder, projects: files.map(\.files.folder))
      var staging = ContextStaging()
      var written = 0
      for file in files {
        for plan in file.plans(of: input.agent, platform: settings.platform) {
          let output = try file.output(of: plan, tags: settings.tags, staging: &staging)
          let change = try folder.replace(
            settings.place(of: plan), with: AgentFolder(output), from: staging, force: settings.force)
          announce(change, settings.path(of: settings.place(of: plan)))
          written += 1
        }
        try removeStale(of: file, but: places, in: folder, settings)
      }
      if written == 0 { console.printError("nothing to write: no agent has an image") }
    } catch {
      fail(error)
    }
  }

  private func announce(_ change: OutputFolder.Change, _ path: String) {
    switch change {
    case .created, .replaced:
      console.printError("wrote \(path)\n  next: sh \(shellQuoted(path + "/build.sh"))")
    case .unchanged: console.printError("\(path) is up to date")
    }
  }

  /// Folders of this project whose agents are gone: named, or removed by `--prune`.
  private func removeStale(
    of file: Compilation, but places: Set<String>, in folder: borrowing OutputFolder,
    _ settings: OutputSettings
  ) throws(FileFailure) {
    // With --agent the others are not gone, they were not asked for.
    guard input.agent.isEmpty else { return }
    for place in try folder.others(than: places, nested: settings.nested) {
      guard let owner = folder.manifest(of: place).flatMap(ManifestOwner.init), owner == file.owner else {
        continue
      }
      let path = settings.path(of: place)
      if settings.prune {
        try folder.remove(place, force: settings.force)
        console.printError("removed \(path)")
      } else {
        console.printError("note: \(path) is of an agent that is gone; --prune removes it")
      }
    }
  }

  /// Two files may not write to one folder: both are left out, whatever their order.
  private mutating func withoutCollisions(_ files: [Compilation], nested: Bool) -> [Compilation] {
    let settings = OutputSettings(folder: "", nested: nested)
    var owners: [String: Int] = [:]
    var meeting: Set<Int> = []
    for (index, file) in files.enumerated() {
      for plan in file.plans(of: input.agent, platform: nil) {
        let place = settings.place(of: plan)
        guard let other = owners[place] else {
          owners[place] = index
          continue
        }
        meeting.formUnion([index, other])
        let name = files[other].input.source.name
        report([.sameOutputFolder(place, other: name, at: file.span(of: plan))], of: file)
      }
    }
    return files.indices.filter { !meeting.contains($0) }.map { files[$0] }
  }
}

/// A path as one word of a shell.
private func shellQuoted(_ path: String) -> String {
  let isPlain = path.unicodeScalars.allSatisfy {
    $0.properties.isAlphabetic || "0123456789_./-+@%:,=".unicodeScalars.contains($0)
  }
  return isPlain ? path : "'" + path.replacing("'", with: "'\\''") + "'"
}
