internal import Check

/// Where the project and its mounts stand below `/workspace`.
struct Places {
  /// Where `/workspace` is in the image.
  static let root = "/workspace"

  let project: PathPlace
  /// In the order of the file; a mount inside another one, or inside the project, has no place of its own.
  let mounts: [(mount: CheckedMount, place: PathPlace)]

  /// `/workspace` is the deepest common parent of the project and the relative mounts, so that `../data` in
  /// the code still means the same.
  init(project: Project, mounts: [CheckedMount]) {
    let folder = PathPlace(project.folder)
    let relative = Places.separate(
      mounts.filter { $0.place == .relative && !PathPlace($0.source).isInside(folder) })
    let common =
      relative.map { PathPlace($0.source).parent.commonCount(with: folder.parent) }
      .min() ?? folder.parent.components.count
    let home = folder.dropping(common)
    self.project = home.components.isEmpty ? PathPlace("project") : home

    var taken = [self.project]
    var result: [(mount: CheckedMount, place: PathPlace)] = []
    for mount in relative {
      let place = PathPlace(mount.source).dropping(common)
      taken.append(place)
      result.append((mount, place))
    }
    for mount in mounts where mount.place == .absolute && !PathPlace(mount.source).isInside(folder) {
      let place = Places.free(for: mount, taken: taken)
      taken.append(place)
      result.append((mount, place))
    }
    self.mounts = result
  }

  /// Without mounts that another one holds already.
  private static func separate(_ mounts: [CheckedMount]) -> [CheckedMount] {
    let places = mounts.map { PathPlace($0.source) }
    return mounts.indices.filter { index in
      !places.indices.contains { other in
        other != index && places[index].isInside(places[other])
          && (places[index] != places[other] || other < index)
      }
    }.map { mounts[$0] }
  }

  /// `mounts/NAME`, or the first of `mounts-2/NAME`, … that meets nothing else.
  private static func free(for mount: CheckedMount, taken: [PathPlace]) -> PathPlace {
    let name = PathPlace(mount.source).components.last?.text ?? "root"
    for number in 1... {
      let place = PathPlace(number == 1 ? "mounts" : "mounts-\(number)").appending(name)
      if !taken.contains(where: { place.isInside($0) || $0.isInside(place) }) { return place }
    }
    preconditionFailure("there are more numbers than mounts")
  }
}
