import AltoSchema
import AltoSource
import YAML

/// The entries of one mapping, sorted to the keys of its section.
struct Fields {
  /// What was found of one key.
  enum Slot {
    case absent
    /// Present, but not of the key's shape: reported, and not to be read.
    case unusable(key: Span)
    case present(Entry)
  }

  struct Entry {
    /// The key's own bytes.
    let key: Span
    let value: Edge
  }

  let section: Section
  /// The key that holds the mapping, or the mapping's first bytes: where a missing key is reported.
  let home: Span
  /// Whether something in the mapping could not be read, so that an absent key means nothing.
  let hidesKeys: Bool
  private var slots: [Slot]

  init(section: Section, home: Span, hidesKeys: Bool, slots: [Slot]) {
    self.section = section
    self.home = home
    self.hidesKeys = hidesKeys
    self.slots = slots
  }

  subscript<Value>(field: Field<Value>) -> Slot {
    guard let index = section.keys.firstIndex(where: { $0.path.utf8Start == field.key.path.utf8Start }) else {
      preconditionFailure("a key is read from the section that declares it")
    }
    return slots[index]
  }

  /// The entry, when it is there and of the right shape.
  func entry<Value>(_ field: Field<Value>) -> Entry? {
    switch self[field] {
    case .absent, .unusable: nil
    case .present(let entry): entry
    }
  }

  /// The span of the key, whatever stands behind it.
  func keySpan<Value>(_ field: Field<Value>) -> Span? {
    switch self[field] {
    case .absent: nil
    case .unusable(let key): key
    case .present(let entry): entry.key
    }
  }

  func isAbsent<Value>(_ field: Field<Value>) -> Bool {
    switch self[field] {
    case .absent: true
    case .unusable, .present: false
    }
  }
}
