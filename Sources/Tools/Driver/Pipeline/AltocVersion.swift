/// altoc's own version: part of the manifest.
package enum AltocVersion {
  package static let current = "0.1.0"
}
