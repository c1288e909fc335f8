import AltoSource

/// What is known of EC2's instance types.
enum InstanceType {
  enum Judgement {
    case known
    /// Of the right form; the nearest known one.
    case unknown(suggestion: String?)
    /// Not `FAMILY.SIZE`.
    case malformed
  }

  /// Compares `text` with the families and sizes that are known.
  static func judge(_ text: String) -> Judgement {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, isFamily(parts[0]), isSize(parts[1]) else { return .malformed }
    let family = families.contains(parts[0]) ? parts[0] : nearest(to: parts[0], among: families)
    let size = sizes.contains(parts[1]) ? parts[1] : nearest(to: parts[1], among: sizes)
    if family == parts[0], size == parts[1] { return .known }
    guard let family, let size else { return .unknown(suggestion: nil) }
    return .unknown(suggestion: family + "." + size)
  }

  /// Letters, then a digit, then letters, digits and dashes: `m7g`, `u-6tb1`.
  private static func isFamily(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, ("a"..."z").contains(first) else { return false }
    return bytes.contains { ("0"..."9").contains($0) }
      && bytes.allSatisfy {
        ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == UInt8(ascii: "-")
      }
  }

  /// `nano`, `2xlarge`, `metal-24xl`.
  private static func isSize(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == UInt8(ascii: "-")
      }
  }

  private static let sizes: [String] = """
    nano micro small medium large xlarge 2xlarge 3xlarge 4xlarge 6xlarge 8xlarge 9xlarge 10xlarge 12xlarge 16xlarge \
    18xlarge 24xlarge 32xlarge 48xlarge 56xlarge 96xlarge 112xlarge metal metal-16xl metal-24xl metal-32xl metal-48xl \
    metal-96xl
    """.split(separator: " ").map(String.init)

  private static let families: [String] = """
    a1 c1 c3 c4 c5 c5a c5ad c5d c5n c6a c6g c6gd c6gn c6i c6id c6in c7a c7g c7gd c7gn c7i c7i-flex c8g c8gd c8gn d2 d3 \
    d3en dl1 dl2q f1 f2 g3 g3s g4ad g4dn g5 g5g g6 g6e g6f gr6 gr6f h1 hpc6a hpc6id hpc7a hpc7g i2 i3 i3en i4g i4i i7i \
    i7ie i8g im4gn inf1 inf2 is4gen m1 m2 m3 m4 m5 m5a m5ad m5d m5dn m5n m5zn m6a m6g m6gd m6i m6id m6idn m6in m7a m7g \
    m7gd m7i m7i-flex m8g m8gd mac1 mac2 mac2-m2 mac2-m2pro p2 p3 p3dn p4d p4de p5 p5e p5en r3 r4 r5 r5a r5ad r5b r5d \
    r5dn r5n r6a r6g r6gd r6i r6id r6idn r6in r7a r7g r7gd r7i r7iz r8g r8gd t1 t2 t3 t3a t4g trn1 trn1n trn2 \
    u-12tb1 u-18tb1 u-24tb1 u-3tb1 u-6tb1 u-9tb1 u7i-12tb u7in-16tb u7in-24tb u7in-32tb vt1 x1 x1e x2gd x2idn x2iedn \
    x2iezn x8g z1d
    """.split(separator: " ").map(String.init)
}
