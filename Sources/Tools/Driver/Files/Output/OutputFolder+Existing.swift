import SystemPackage

extension OutputFolder {
  /// What stands where an agent's folder goes.
  enum Existing {
    case nothing
    case ours(FolderInventory)
    /// Something that `--force` gives away.
    case anything

    var isNothing: Bool { if case .nothing = self { true } else { false } }
    var inventory: FolderInventory? { if case .ours(let inventory) = self { inventory } else { nil } }
  }

  func existing(_ place: String, force: Bool) throws(FileFailure) -> Existing {
    let kind: FileStatus.Kind
    do throws(Errno) { kind = try folder.status(of: place).kind } catch {
      guard error == .noSuchFileOrDirectory else { throw FileFailure(.read, shown(place), .system(error)) }
      return .nothing
    }
    let judgement: FolderMark.Judgement
    do throws(Errno) {
      judgement = kind == .folder ? try FolderMark.judge(try folder.folder(place)) : .foreign
    } catch {
      if force { return .anything }
      throw FileFailure(.read, shown(place), .system(error))
    }
    switch judgement {
    case .ours(let inventory): return .ours(inventory)
    case _ where force: return .anything
    case .edited(let file): throw FileFailure(.replace, shown(place), .refused(.edited(file)))
    case .foreign: throw FileFailure(.replace, shown(place), .refused(.notOurs))
    }
  }
}
