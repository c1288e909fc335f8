import AltoDiagnostics
import Check
import ImageIR
import SystemPackage

/// One walk over a folder: finds what goes into an image, in the order of the paths' bytes.
///
/// Each folder is read once and each file looked at once, by names relative to the open folder. Paths are bytes;
/// only what goes into the result becomes a String.
struct FolderWalk: ~Copyable {
  private let rules: WalkRules
  private let root: WalkRoot
  /// Of what is looked at, relative to the root.
  private var path: [UInt8] = []
  private var slots: [Slot] = []
  /// The slots of the folders that hold it, from the root down.
  private var folders: [Int] = []
  private var leftOut: Set<String> = []
  private var problems: [Walk.Problem]
  private var totalSize = 0

  /// A possible entry of the result. An ignored folder is not one, until something in it is.
  private struct Slot {
    let entry: ContextPlan.Entry
    var isKept: Bool
  }

  /// Deeper trees than this are a mistake; each level keeps a folder open.
  private static let deepest = 200
  /// Longer paths could not be opened below another folder.
  private static let longest = 3_000

  init(root: WalkRoot, rules: WalkRules) {
    self.root = root
    self.rules = rules
    problems = rules.problems
  }

  /// Walks and gives the result.
  consuming func run() -> Walk {
    do throws(Errno) {
      let status = try FileStatus.of(root.path)
      switch status.kind {
      case .folder: _ = visit(try Descriptor(folder: root.path), in: .root)
      case .file: keepFile(status)
      case .link, .special: report(.special)
      }
    } catch {
      report(.unreadable(error.description))
    }
    return Walk(
      entries: slots.compactMap { $0.isKept ? $0.entry : nil }, leftOut: leftOut.sortedByBytes(),
      problems: problems, totalSize: totalSize)
  }

  // MARK: Folders

  private mutating func visit(_ folder: borrowing Descriptor, in matches: IgnoreRules.Matches)
    -> FolderVisit.Holding
  {
    guard folders.count < Self.deepest, path.count < Self.longest else {
      report(.unreadable("the path is too deep or too long"))
      return .something
    }
    do throws(Errno) {
      var visit = try FolderVisit(of: folder, matches: matches)
      if !path.isEmpty, visit.looksMarked, FolderMark.stands(in: folder) { return .marked }
      let parentCount = path.count
      for step in visit.steps {
        if parentCount > 0 { path.append(UInt8(ascii: "/")) }
        path += visit.names.bytes(of: step.item)
        if step.isContents {
          visitContents(step, of: folder, &visit)
        } else {
          visitItem(step, of: folder, &visit)
        }
        path.removeSubrange(parentCount...)
      }
      if let attributes = visit.ownAttributes { slots[attributes].isKept = false }
      return visit.holding
    } catch {
      report(.unreadable(error.description))
      return .something
    }
  }

  private mutating func visitContents(
    _ step: FolderVisit.Step, of folder: borrowing Descriptor, _ visit: inout FolderVisit
  ) {
    guard let decision = visit.decisions[step.index] else { return }
    let child: Descriptor
    do throws(Errno) { child = try folder.folder(visit.names.cString(of: step.item)) } catch {
      if !decision.matches.isIgnored { report(.unreadable(error.description)) }
      return
    }
    folders.append(decision.slot)
    let holding = self.visit(child, in: decision.matches)
    folders.removeLast()
    if visit.count(holding) { slots[decision.slot].isKept = false }
  }

  // MARK: Items

  private mutating func visitItem(
    _ step: FolderVisit.Step, of folder: borrowing Descriptor, _ visit: inout FolderVisit
  ) {
    if root.excludes(path) || rules.excludesName(visit.names.bytes(of: step.item), atRoot: folders.isEmpty) {
      visit.countExcluded()
      return
    }
    rules.all.decide(path, in: visit.matches, into: &visit.scratch)
    let isIgnored = visit.scratch.isIgnored
    if isIgnored, !visit.matches.isIgnored { noteLeftOut(visit.names.bytes(of: step.item)) }
    if isIgnored, step.kind != .folder || rules.all.canSkip(path) { return }
    guard PortableName.accepts(visit.names.bytes(of: step.item)) else {
      if !isIgnored { report(.name) }
      return
    }
    if step.kind == .folder {
      keep(.folder, isKept: !isIgnored)
      visit.decide(step, slot: slots.count - 1)
    } else {
      keepLeaf(step, of: folder, &visit)
    }
  }

  /// Takes what is not a folder.
  private mutating func keepLeaf(
    _ step: FolderVisit.Step, of folder: borrowing Descriptor, _ visit: inout FolderVisit
  ) {
    do throws(Errno) {
      switch step.kind {
      case .file:
        let status = try folder.status(of: visit.names.cString(of: step.item))
        guard status.kind == .file else { return report(.unreadable("it changed while altoc looked at it")) }
        keepFile(status)
        try visit.noteAttributes(step, of: folder, size: status.size, slot: slots.count - 1)
      case .link: keepLink(try folder.target(of: visit.names.cString(of: step.item)))
      case .special, .folder: report(.special)
      }
    } catch {
      report(.unreadable(error.description))
    }
  }

  private mutating func keepFile(_ status: FileStatus) {
    totalSize += status.size
    keep(.file(executable: status.isExecutable, size: status.size))
  }

  private mutating func keepLink(_ target: [UInt8]) {
    guard PortableName.accepts(target), let text = String(validating: target, as: UTF8.self) else {
      return report(.name)
    }
    switch root.fate(ofLinkAt: path, to: text) {
    case .kept(let target): keep(.link(target: target))
    case .leaves: report(.linkLeaves(target: text))
    }
  }

  /// Makes an entry of what `path` names; a kept one brings the folders above along.
  private mutating func keep(_ kind: ContextPlan.Kind, isKept: Bool = true) {
    if isKept {
      for folder in folders.reversed() {
        if slots[folder].isKept { break }
        slots[folder].isKept = true
      }
    }
    let entry = ContextPlan.Entry(path: String(decoding: path, as: UTF8.self), kind: kind)
    slots.append(Slot(entry: entry, isKept: isKept))
  }

  /// Remembers a name that only altoc's own rules ignore.
  private mutating func noteLeftOut(_ name: some Collection<UInt8>) {
    guard rules.hasDefaults, !rules.own.ignores(path) else { return }
    leftOut.insert(DefaultRules.shown(String(decoding: name, as: UTF8.self)))
  }

  private mutating func report(_ reason: Walk.Problem.Reason) {
    problems.append(Walk.Problem(path: PortableName.shown(path), reason: reason))
  }
}
