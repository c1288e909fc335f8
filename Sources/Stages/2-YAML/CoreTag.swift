/// The tags that PyYAML's SafeLoader knows.
enum CoreTag {
  /// `!`: resolve as if it were plain.
  case nonSpecific
  case scalar(ScalarType)
  case sequence(ScalarType)
  case mapping(ScalarType)

  /// - Parameter tag: in full, its handle resolved: `tag:yaml.org,2002:str`.
  init?(_ tag: [UInt8]) {
    guard tag != [UInt8(ascii: "!")] else {
      self = .nonSpecific
      return
    }
    guard tag.starts(with: Self.prefix), let known = Self.known(tag.dropFirst(Self.prefix.count)) else {
      return nil
    }
    self = known
  }

  private static let prefix = Array("tag:yaml.org,2002:".utf8)

  private static func known(_ name: ArraySlice<UInt8>) -> CoreTag? {
    switch String(decoding: name, as: UTF8.self) {
    case "null": .scalar(.null)
    case "bool": .scalar(.boolean)
    case "int": .scalar(.integer)
    case "float": .scalar(.float)
    case "timestamp": .scalar(.timestamp)
    case "str": .scalar(.string)
    case "binary": .scalar(.binary)
    case "merge": .scalar(.merge)
    case "value": .scalar(.value)
    case "seq": .sequence(.collection)
    case "omap": .sequence(.orderedMap)
    case "pairs": .sequence(.pairs)
    case "map": .mapping(.collection)
    case "set": .mapping(.set)
    default: nil
    }
  }
}
