// A program that writes an agent's folder and does nothing else, for tests that end it in the middle:
//   DriverFilesWriter DIR AGENT once|forever PROJECT...
// Writes each project in turn as DIR/AGENT; prints a point after each.

import Check
import Driver
import Glibc
import ImageIR

func write(_ project: String, as agent: String, to folder: String) throws {
  let files = try HostFiles(file: project + "/alto.yml", output: folder, home: nil)
  let walk = files.walk(files.folder, as: .project)
  let tree = ContextPlan.Tree(source: files.folder, destination: "project", entries: walk.entries)
  let plan = ContextPlan(trees: [tree], openFolders: ["project", "project/out"])
  var staging = ContextStaging()
  let listing = try staging.listing(of: plan)
  let text = listing.entries.map { "\($0)\n" }.joined()
  let own = [
    AgentFolder.File(path: "Dockerfile", bytes: Array("FROM scratch\n".utf8)),
    AgentFolder.File(path: "build.sh", bytes: Array("#!/bin/sh\n".utf8), executable: true),
    AgentFolder.File(path: "push-manifest.json", bytes: Array(text.utf8)),
  ]
  let output = try OutputFolder(folder, projects: [files.folder])
  _ = try output.replace(agent, with: AgentFolder(files: own, plan: plan, listing: listing), from: staging)
}

let arguments = CommandLine.arguments
do {
  repeat {
    for project in arguments[4...] {
      try write(project, as: arguments[2], to: arguments[1])
      putchar(0x2E)
      fflush(nil)
    }
  } while arguments[3] == "forever"
} catch {
  print(error)
  exit(3)
}
