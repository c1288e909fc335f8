import SystemPackage

/// What a walk knows about one folder while it goes through it.
struct FolderVisit {
  let names: FolderNames
  /// The decision about the folder itself.
  let matches: IgnoreRules.Matches
  /// What there is to do, in the order of the resulting paths.
  let steps: [Step]
  /// For each item that is a folder to go into.
  private(set) var decisions: [Decision?]
  /// The decision about the item that is looked at.
  var scratch = IgnoreRules.Matches.root
  private var excluded = 0
  private var hasMarked = false
  /// The slot of a `.gitattributes` with altoc's own content.
  private var attributes: Int?

  /// An item, or what lies below it.
  struct Step {
    let item: FolderNames.Item
    let kind: FileStatus.Kind
    /// The item's place among the names.
    let index: Int
    let isContents: Bool
  }

  struct Decision {
    let matches: IgnoreRules.Matches
    /// Where the folder's own entry is.
    let slot: Int
  }

  /// What a folder was seen to hold.
  enum Holding {
    case something
    /// Nothing but what altoc itself wrote or never takes along, and at least one such thing. It is left out as well,
    /// or the first run would change what the second one sees.
    case onlyExcluded
    /// It is an agent's folder that altoc wrote.
    case marked
  }

  init(of folder: borrowing Descriptor, matches: IgnoreRules.Matches) throws(Errno) {
    names = try FolderNames(of: folder)
    self.matches = matches
    decisions = [Decision?](repeating: nil, count: names.items.count)
    steps = try Self.steps(names, of: folder)
  }

  /// Sorted so that whole paths come in the order of their bytes: what lies in `a` comes behind `a.b`, because a slash
  /// comes behind a point.
  private static func steps(_ names: FolderNames, of folder: borrowing Descriptor) throws(Errno) -> [Step] {
    var steps: [Step] = []
    steps.reserveCapacity(names.items.count)
    for (index, item) in names.items.enumerated() {
      let kind: FileStatus.Kind
      if let known = item.kind {
        kind = known
      } else {
        kind = try folder.status(of: names.cString(of: item)).kind
      }
      steps.append(Step(item: item, kind: kind, index: index, isContents: false))
      if kind == .folder { steps.append(Step(item: item, kind: kind, index: index, isContents: true)) }
    }
    return steps.sorted { left, right in
      names.precedes(left.item, slashed: left.isContents, right.item, slashed: right.isContents)
    }
  }

  /// Whether the folder has the files that every folder of altoc has.
  var looksMarked: Bool {
    FolderMark.files.allSatisfy { file in
      names.items.contains { names.bytes(of: $0).elementsEqual(file.utf8) }
    }
  }

  mutating func decide(_ step: Step, slot: Int) {
    decisions[step.index] = Decision(matches: scratch, slot: slot)
  }

  mutating func countExcluded() {
    excluded += 1
  }

  /// - Returns: whether the folder that was seen is left out.
  mutating func count(_ holding: Holding) -> Bool {
    switch holding {
    case .something: return false
    case .onlyExcluded: break
    case .marked: hasMarked = true
    }
    excluded += 1
    return true
  }

  /// Looks whether a file is the `.gitattributes` that altoc writes beside the agents' folders.
  mutating func noteAttributes(_ step: Step, of folder: borrowing Descriptor, size: Int, slot: Int)
    throws(Errno)
  {
    guard size == OutputFolder.attributes.count,
      names.bytes(of: step.item).elementsEqual(".gitattributes".utf8)
    else { return }
    let file = try folder.file(names.cString(of: step.item))
    if try file.contents(limit: size) == OutputFolder.attributes { attributes = slot }
  }

  /// The slot of altoc's `.gitattributes`, where altoc's folders stand beside it.
  var ownAttributes: Int? { hasMarked ? attributes : nil }

  /// To be asked at the end.
  var holding: Holding {
    let gone = excluded + (ownAttributes == nil ? 0 : 1)
    return gone > 0 && gone == names.items.count ? .onlyExcluded : .something
  }
}
